/** Consumes the events of escalation-service. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.notice.kafka;
