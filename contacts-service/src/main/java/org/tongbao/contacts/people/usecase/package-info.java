/** What can be done with the people of an agency: contacts, deputies, absences, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.people.usecase;
