package org.tongbao.review.usecase;

/** What happened cannot be taken note of yet, because something it needs is not here. */
public final class Waiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason a code such as {@code unknown-incident}
     */
    Waiting(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
