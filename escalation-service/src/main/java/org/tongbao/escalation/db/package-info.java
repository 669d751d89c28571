/** Notices, deliveries and this service's copies in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.db;
