/** The findings of the audit in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.audit.db;
