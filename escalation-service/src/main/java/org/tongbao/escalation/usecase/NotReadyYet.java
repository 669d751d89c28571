package org.tongbao.escalation.usecase;

/** An event came before what it needs: it waits. */
public final class NotReadyYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason a code such as {@code unknown-incident}
     */
    public NotReadyYet(String reason) {
        super(reason, null, false, false);
    }
}
