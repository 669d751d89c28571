package org.tongbao.contacts.people.domain;

import java.util.UUID;

/**
 * The account with which a contact calls the endpoints, so that it can act for itself and for nobody else.
 *
 * @param subject the {@code sub} of its tokens
 */
public record ContactAccount(UUID contact, String subject) implements BookItem {}
