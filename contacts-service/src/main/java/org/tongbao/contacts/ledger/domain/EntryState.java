package org.tongbao.contacts.ledger.domain;

import org.tongbao.contracts.procedure.Keyed;

/** What became of a change that was filed. */
public enum EntryState implements Keyed {
    /** Its time has not come. */
    PENDING,
    /** The directory says so. */
    IN_FORCE,
    /** Something filed for later took its place. */
    SUPERSEDED,
    /** ImportedChange back before its time. */
    WITHDRAWN,
    /** When its time came, a rule spoke against it. */
    REFUSED
}
