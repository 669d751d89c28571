/** The endpoints of entries that are confirmed every quarter. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.attestation.rest;
