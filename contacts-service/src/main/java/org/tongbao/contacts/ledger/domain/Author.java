package org.tongbao.contacts.ledger.domain;

/**
 * Who filed a change, as the token stated then.
 *
 * @param agency for which it acted
 */
public record Author(String subject, String name, String agency) {}
