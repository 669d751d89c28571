/** Notices: opened, escalated, resolved, recorded, looked up. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.notice.usecase;
