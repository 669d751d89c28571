/** Entries that are confirmed every quarter as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.attestation.db;
