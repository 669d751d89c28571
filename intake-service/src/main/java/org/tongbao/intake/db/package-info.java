/** Incidents in PostgreSQL: rows, repositories, and the single statement that saves a report. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.db;
