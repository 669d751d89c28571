/** 義務: what an incident owes by when, and how its clock runs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.obligation.domain;
