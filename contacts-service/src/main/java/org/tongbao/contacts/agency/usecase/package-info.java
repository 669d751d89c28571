/** What can be done with agencies, how they stand to each other and what a change of the tree means, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.agency.usecase;
