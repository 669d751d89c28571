package org.tongbao.platform.inbox;

/** Thrown by a handler when an event must wait for something that is not here yet, such as its incident. */
public final class EventTooEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason a code such as {@code unknown-incident}, never data
     */
    public EventTooEarly(String reason) {
        super(reason, null, false, false);
    }
}
