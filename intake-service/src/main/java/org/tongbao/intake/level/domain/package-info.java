/** 等級: the levels of an incident beside each other. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.level.domain;
