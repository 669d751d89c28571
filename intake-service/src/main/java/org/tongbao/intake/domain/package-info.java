/** The incident: its report, level, obligations and timeline. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.domain;
