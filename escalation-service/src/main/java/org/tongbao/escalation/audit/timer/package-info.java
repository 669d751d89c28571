/** Audits every minute and publishes what it finds as metrics. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.audit.timer;
