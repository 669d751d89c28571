/** iCalendar (RFC 5545) as text. Only services that publish a calendar bring the library. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.ical;
