/** Record what review-service did. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.review.usecase;
