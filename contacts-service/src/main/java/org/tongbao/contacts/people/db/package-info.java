/** The people of an agency: contacts, deputies, absences as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.people.db;
