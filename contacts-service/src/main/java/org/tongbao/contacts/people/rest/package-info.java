/** The endpoints of the people of an agency: contacts, deputies, absences. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.people.rest;
