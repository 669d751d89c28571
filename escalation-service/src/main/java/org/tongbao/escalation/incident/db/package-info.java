/** The copy of incidents in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.incident.db;
