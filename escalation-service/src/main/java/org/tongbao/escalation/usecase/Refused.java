package org.tongbao.escalation.usecase;

import java.util.Optional;

/** A no with its reason. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Refuses what was not found, or is not the caller's to see. */
    public static void unlessFound(Optional<?> found) {
        if (found.isEmpty()) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }

    public static void ifAny(Optional<Refusal> refusal) {
        refusal.ifPresent(it -> {
            throw new Refused(it);
        });
    }
}
