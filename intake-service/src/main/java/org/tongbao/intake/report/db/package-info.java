/** Saves a report with a single statement. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.report.db;
