/** 通知: who is notified next, and why, decided by plain functions of what is known and what time it is. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.notice.domain;
