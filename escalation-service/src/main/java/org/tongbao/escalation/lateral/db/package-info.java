/** Affected agencies, confirmations and replies in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.lateral.db;
