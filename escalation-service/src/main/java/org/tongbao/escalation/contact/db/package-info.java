/** The copy of agencies and contacts in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.contact.db;
