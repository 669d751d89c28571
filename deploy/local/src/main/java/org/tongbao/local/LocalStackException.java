package org.tongbao.local;

/** The stack cannot run. The message says in one line what is wrong and what to do. */
public final class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
