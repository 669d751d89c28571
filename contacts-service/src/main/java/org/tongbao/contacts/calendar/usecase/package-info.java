/** What can be done with calendar feeds of duty, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.calendar.usecase;
