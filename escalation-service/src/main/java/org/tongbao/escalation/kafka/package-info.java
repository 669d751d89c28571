/** Events in, events out. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.kafka;
