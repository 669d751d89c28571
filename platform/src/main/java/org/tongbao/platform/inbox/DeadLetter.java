package org.tongbao.platform.inbox;

/**
 * A record that can never be applied. It goes to the dead-letter topic with this code as its reason; the message of the
 * real failure stays in the log, since it may carry data.
 */
public final class DeadLetter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeadLetter(String reason) {
        super(reason, null, false, false);
    }
}
