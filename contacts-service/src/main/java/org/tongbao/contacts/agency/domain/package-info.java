/** The rules of agencies, how they stand to each other and what a change of the tree means. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.agency.domain;
