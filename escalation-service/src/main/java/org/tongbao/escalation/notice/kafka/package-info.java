/** What changed in a notice, as events. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.notice.kafka;
