package org.tongbao.escalation.contact.domain;

/**
 * A person to be notified, in which role and why.
 *
 * @param role key such as {@code ciso}
 */
public record Recipient(Person person, String role, RecipientReason because) {
    public Recipient because(RecipientReason other) {
        return new Recipient(person, role, other);
    }
}
