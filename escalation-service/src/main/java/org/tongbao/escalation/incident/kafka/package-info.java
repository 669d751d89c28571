/** Events of intake and review. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.incident.kafka;
