/** Every change ever filed, with the instant from which it holds and the one at which it became known. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.domain.ledger;
