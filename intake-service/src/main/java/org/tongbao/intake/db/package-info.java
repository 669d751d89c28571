/** The case file in PostgreSQL: rows, repositories, and the one statement that enters a report. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.db;
