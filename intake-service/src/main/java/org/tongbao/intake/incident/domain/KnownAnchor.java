package org.tongbao.intake.incident.domain;

import java.time.Instant;

/** An instant that limits may count from, and its source. */
public record KnownAnchor(Instant at, Source source) {
    public enum Source {
        /** A person stated it. */
        TYPED,
        /** This system, or a service of it, saw it happen. */
        SYSTEM
    }
}
