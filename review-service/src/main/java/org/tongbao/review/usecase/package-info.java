/** What a deployment may configure. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.usecase;
