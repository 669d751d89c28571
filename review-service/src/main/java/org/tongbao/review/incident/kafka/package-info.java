/** Consumes the events of intake-service. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.incident.kafka;
