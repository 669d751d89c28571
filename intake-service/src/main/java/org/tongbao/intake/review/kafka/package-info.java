/** Consumes the events of review-service. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.review.kafka;
