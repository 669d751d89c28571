package org.tongbao.contacts.domain;

/** How far a caller's agency reaches to another one. */
public enum AgencyAccess {
    /** There is no such agency. */
    NOWHERE,
    /** Its name and nothing more: reporters must be able to name an affected agency. */
    NAME,
    /** A relation (reviewing, receiving, supervising, city bureau …): may read. */
    RELATED,
    /** The agency itself, or one below: may read, and change with the role for it. */
    WITHIN;

    public boolean mayRead() {
        return this == RELATED || this == WITHIN;
    }
}
