package org.tongbao.intake.closing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;

/**
 * 結報: how far the closing of an incident has come.
 *
 * @param filedAt when the agency filed it, null before, and again while it is questioned
 * @param closedAt when the authority received or accepted it
 */
public record Closing(@Nullable Instant filedAt, @Nullable Instant closedAt) {
    public static final Closing NONE = new Closing(null, null);

    /** Fails with {@code CLOSED} or {@code CLOSING_ALREADY_FILED}. */
    public Closing file(Instant now) {
        requireOpen();
        if (filed()) {
            throw new Refused(Refusal.CLOSING_ALREADY_FILED);
        }
        return new Closing(now, null);
    }

    /** The first reception counts. */
    public Closing close(Instant at) {
        return closed() ? this : new Closing(filedAt, at);
    }

    /** 說明或調整: the agency files it again. A closed incident stays closed. */
    public Closing question() {
        return closed() ? this : NONE;
    }

    public void requireOpen() {
        if (closed()) {
            throw new Refused(Refusal.CLOSED);
        }
    }

    public boolean filed() {
        return filedAt != null;
    }

    public boolean closed() {
        return closedAt != null;
    }
}
