package org.tongbao.escalation.notice.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in a notice. */
public sealed interface NoticeChange {
    <T> T accept(Visitor<T> visitor);

    /** What follows from each kind of change: a new kind does not compile until everybody has an answer. */
    interface Visitor<T> {
        T opened(Opened change);

        T escalated(Escalated change);

        T channelAdded(ChannelAdded change);

        T partlyAcknowledged(PartlyAcknowledged change);

        T acknowledged(Acknowledged change);

        T met(Met change);

        T ended(Ended change);
    }

    record Opened(List<Delivery> deliveries) implements NoticeChange {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.opened(this);
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
        public <T> T accept(Visitor<T> visitor) {
            return visitor.escalated(this);
        }
    }

    /** Another channel for a recipient. */
    record ChannelAdded(Delivery delivery) implements NoticeChange {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.channelAdded(this);
        }
    }

    /** A person acknowledged, and others still have to. */
    record PartlyAcknowledged(Acknowledger by, Instant at) implements NoticeChange {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.partlyAcknowledged(this);
        }
    }

    /** Enough people acknowledged: deliveries in progress are superseded. */
    record Acknowledged(Acknowledger by, Instant at) implements NoticeChange {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.acknowledged(this);
        }
    }

    /**
     * The affected agency was really reached.
     *
     * @param reply null when it answered the phone
     */
    record Met(Acknowledger by, @Nullable String reply, Instant at) implements NoticeChange {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.met(this);
        }
    }

    record Ended(EndReason reason, Instant at) implements NoticeChange {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.ended(this);
        }
    }
}
