package org.tongbao.contacts.ledger.domain;

import org.tongbao.contacts.domain.EffectiveTime;

/**
 * What somebody wants of an agency or of an item of a book.
 *
 * @param <R> what it is
 */
public interface Requested<R> {
    EffectiveTime effectiveTime();

    /** The same without its precondition, which was checked when it was filed. */
    R unconditional();
}
