package org.tongbao.contacts.domain.ledger;

/**
 * Who filed a change, as the token said then.
 *
 * @param agency for which it acted
 */
public record Author(String subject, String name, String agency) {}
