/** 義務: the obligations of an incident, as JSON and as iCalendar. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.obligation.rest;
