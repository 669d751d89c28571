package org.tongbao.escalation.domain;

/**
 * A person to tell, in which role and why.
 *
 * @param role key such as {@code ciso}
 */
public record Candidate(Person person, String role, ToldBecause because) {
    Candidate because(ToldBecause other) {
        return new Candidate(person, role, other);
    }
}
