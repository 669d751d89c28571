package org.tongbao.escalation.delivery.usecase;

/** What came of one attempt. A reason is a short code such as {@code smtp-550}, without data. */
public sealed interface SendResult {
    <T> T accept(Visitor<T> visitor);

    /** What follows from each result. */
    interface Visitor<T> {
        T accepted(Accepted result);

        T tryLater(TryLater result);

        T refused(Refused result);

        T unknown(Unknown result);
    }

    /**
     * The other side accepted it. That is no proof that a person has it.
     *
     * @param relay which relay
     * @param reply its words, such as {@code 250 OK}
     */
    record Accepted(String relay, String reply) implements SendResult {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.accepted(this);
        }
    }

    /** Not accepted now, perhaps later: 4xx, no connection. */
    record TryLater(String reason) implements SendResult {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.tryLater(this);
        }
    }

    /** Will never be accepted: 5xx, an address that is none. */
    record Refused(String reason) implements SendResult {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.refused(this);
        }
    }

    /** The other side may have it: the connection broke, or the time was up, after the content was sent. */
    record Unknown(String reason) implements SendResult {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.unknown(this);
        }
    }
}
