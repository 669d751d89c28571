/** Announces the changes of a review. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.review.kafka;
