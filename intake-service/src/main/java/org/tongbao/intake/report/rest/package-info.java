/** The report endpoints: bodies are validated against {@code schemas/report.json}. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.report.rest;
