/** Calls in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.call.db;
