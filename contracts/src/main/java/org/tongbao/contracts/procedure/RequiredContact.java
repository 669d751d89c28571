package org.tongbao.contracts.procedure;

/**
 * Whom an agency must have in the directory.
 *
 * @param atLeast how many
 * @param deputyRequired whether each needs a deputy with permissions in advance (代理人)
 * @param outsourcedAllowed whether staff of a contractor may be it
 * @param aroundTheClock whether the channel must be open day and night (全天)
 */
public record RequiredContact(
        String clause,
        Source source,
        Role role,
        int atLeast,
        boolean deputyRequired,
        boolean outsourcedAllowed,
        boolean aroundTheClock) {}
