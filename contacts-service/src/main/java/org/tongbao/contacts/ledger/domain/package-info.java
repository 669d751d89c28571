/** The rules of changes as they were filed, with the time from which they hold. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.ledger.domain;
