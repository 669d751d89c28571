/** What can be done with changes as they were filed, with the time from which they hold, and the ports it needs. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.ledger.usecase;
