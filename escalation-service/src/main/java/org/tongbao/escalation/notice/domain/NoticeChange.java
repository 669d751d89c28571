package org.tongbao.escalation.notice.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in a notice. */
public sealed interface NoticeChange {
    /** What the journal calls it, from its first day. */
    String journalWord();

    record Opened(List<Delivery> deliveries) implements NoticeChange {
        @Override
        public String journalWord() {
            return "Opened";
        }
    }

    /**
     * The ladder escalated, within a step or to the next.
     *
     * @param deliveries empty when there is nobody to notify; then the next step follows at once
     */
    record Escalated(LadderPosition position, EscalationReason because, List<Delivery> deliveries, Instant at)
            implements NoticeChange {
        @Override
        public String journalWord() {
            return "Escalated";
        }
    }

    /** Another channel for a recipient. */
    record ChannelAdded(Delivery delivery) implements NoticeChange {
        @Override
        public String journalWord() {
            return "ChannelAdded";
        }
    }

    /** A person acknowledged, and others still have to. */
    record PartlyAcknowledged(Acknowledger by, Instant at) implements NoticeChange {
        @Override
        public String journalWord() {
            return "Confirmed";
        }
    }

    /** Enough people acknowledged: deliveries in progress are superseded. */
    record Acknowledged(Acknowledger by, Instant at) implements NoticeChange {
        @Override
        public String journalWord() {
            return "Taken";
        }
    }

    /**
     * The affected agency was really reached.
     *
     * @param reply null when it answered the phone
     */
    record Met(Acknowledger by, @Nullable String reply, Instant at) implements NoticeChange {
        @Override
        public String journalWord() {
            return "Met";
        }
    }

    record Ended(EndReason reason, Instant at) implements NoticeChange {
        @Override
        public String journalWord() {
            return "Ended";
        }
    }
}
