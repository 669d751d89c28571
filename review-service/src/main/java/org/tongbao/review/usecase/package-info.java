/** What review-service can do: one class each, and the ports they need. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.usecase;
