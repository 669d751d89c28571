/** What happens to changes as they were filed, with the time from which they hold as time passes. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.ledger.timer;
