/** Duty as iCalendar (RFC 5545). */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.duty.ical;
