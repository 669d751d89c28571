/** Deliveries and their attempts in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.delivery.db;
