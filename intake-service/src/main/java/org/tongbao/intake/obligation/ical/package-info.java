/** Open limits as iCalendar (RFC 5545). */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.obligation.ical;
