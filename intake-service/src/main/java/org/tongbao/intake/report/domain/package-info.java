/** 通報: the report, its filing and the agency it is for. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.report.domain;
