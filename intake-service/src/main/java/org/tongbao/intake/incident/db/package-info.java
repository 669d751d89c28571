/** The aggregate in PostgreSQL: an incident with its obligations and old versions of its report. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.incident.db;
