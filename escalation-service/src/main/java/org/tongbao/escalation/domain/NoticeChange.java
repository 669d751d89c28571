package org.tongbao.escalation.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in a notice. */
public sealed interface NoticeChange {
    record Opened(List<Telling> told) implements NoticeChange {}

    /**
     * The ladder went on, within a step or to the next.
     *
     * @param told empty when there is nobody to tell; then the next step follows at once
     */
    record Escalated(Rung rung, Because because, List<Telling> told, Instant at) implements NoticeChange {}

    /** Another channel for somebody who was told. */
    record ChannelAdded(Telling telling) implements NoticeChange {}

    /** A person acknowledged, and others still have to. */
    record Confirmed(Taker by, Instant at) implements NoticeChange {}

    /** Enough people acknowledged: what is still under way is superseded. */
    record Taken(Taker by, Instant at) implements NoticeChange {}

    /**
     * The affected agency was really reached.
     *
     * @param reply null when it answered the phone
     */
    record Met(Taker by, @Nullable String reply, Instant at) implements NoticeChange {}

    record Ended(EndReason reason, Instant at) implements NoticeChange {}
}
