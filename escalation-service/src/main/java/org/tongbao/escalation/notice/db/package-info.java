/** Notices in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.notice.db;
