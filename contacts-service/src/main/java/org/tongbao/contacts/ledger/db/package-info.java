/** Changes as they were filed, with the time from which they hold as rows. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.ledger.db;
