/** Report an incident, supplement the report. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.report.usecase;
