package org.tongbao.escalation.acknowledgement.usecase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/** What anybody who opens the link may see. */
public sealed interface AckView {
    /**
     * @param number of the incident
     * @param title of the notice
     * @param tlp TLP 2.0 mark
     */
    record Shown(
            String number,
            Text title,
            int level,
            String tlp,
            @Nullable Instant dueAt,
            boolean exercise,
            State state) implements AckView {}

    /** No such credential. */
    record NotFound() implements AckView {}

    /** Where the notice stands for this credential. */
    enum State {
        OPEN,
        ACKNOWLEDGED,
        NO_LONGER_VALID
    }
}
