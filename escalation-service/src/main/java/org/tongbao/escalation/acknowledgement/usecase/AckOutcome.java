package org.tongbao.escalation.acknowledgement.usecase;

import java.time.Duration;
import java.time.Instant;

/** What became of an acknowledgement. */
public sealed interface AckOutcome {
    /**
     * It counts, and the ladder stops as far as the procedure says so. Pressing twice gives the same answer.
     *
     * @param number of the incident
     */
    record Acknowledged(String number, String name, String role, Instant at) implements AckOutcome {}

    /** Somebody else had acknowledgedBy it before. */
    record AlreadyAcknowledged(String number, String name, String role, Instant at) implements AckOutcome {}

    /** Token or code are right, but the notice is over: superseded, or ended more than 24 hours ago. */
    record NoLongerValid(String number) implements AckOutcome {}

    /** No such credential, or the token or code belongs to another one: which of them is not disclosed. */
    record Unknown() implements AckOutcome {}

    /**
     * The token is right, but it came sooner after the mail than anybody reads: at level 3 and 4 that counts for a scanner of
     * mail, unless the code is typed. It changes nothing; the same token counts a moment later.
     */
    record TooSoon() implements AckOutcome {}

    /** Ten wrong codes on this page within the hour; the link itself stays good. */
    record TooManyTries(Duration retryAfter) implements AckOutcome {}
}
