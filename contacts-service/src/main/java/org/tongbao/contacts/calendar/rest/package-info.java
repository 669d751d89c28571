/** The endpoints of calendar feeds of duty. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.calendar.rest;
