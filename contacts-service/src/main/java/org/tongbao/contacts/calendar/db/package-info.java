/** Calendar feeds of duty as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.calendar.db;
