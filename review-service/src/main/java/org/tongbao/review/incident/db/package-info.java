/** The copies of incidents in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.incident.db;
