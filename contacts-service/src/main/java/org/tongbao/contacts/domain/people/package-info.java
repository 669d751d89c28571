/** The people of one agency: contacts, deputies, absences, shifts, and duty worked out of them. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.domain.people;
