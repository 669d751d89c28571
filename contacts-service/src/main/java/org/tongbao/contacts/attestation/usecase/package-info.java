/** What can be done with entries that are confirmed every quarter, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.attestation.usecase;
