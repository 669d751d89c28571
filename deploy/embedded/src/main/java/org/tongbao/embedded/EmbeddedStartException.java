package org.tongbao.embedded;

/** A part could not be started. The message is one line a person can act on. */
public final class EmbeddedStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EmbeddedStartException(String message) {
        super(message);
    }

    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
