package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Acknowledges for a person who holds no token of the identity provider, but the link or code of a mail. */
public interface Acknowledge {
    /**
     * @param id from the link: stands for one recipient and one notice
     * @param token from the link's fragment
     */
    Uni<AckOutcome> byToken(UUID id, String token);

    /**
     * @param code as typed: case, spaces and hyphens do not count
     */
    Uni<AckOutcome> byCode(UUID id, String code);

    /** What the page shows before anything was proved; changes nothing. */
    Uni<AckView> find(UUID id);
}
