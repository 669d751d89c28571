/** Open reviews, keep them up to date, record missed limits. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.review.usecase;
