/** Agencies, how they stand to each other, and what a change of the tree means for those below. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.domain.agency;
