/** Agencies, how they stand to each other and what a change of the tree means as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.agency.db;
