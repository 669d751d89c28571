/** The entries of a timeline, each with its sentence in both languages. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.timeline.domain;
