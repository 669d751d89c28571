/** Credentials of recipients in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.acknowledgement.db;
