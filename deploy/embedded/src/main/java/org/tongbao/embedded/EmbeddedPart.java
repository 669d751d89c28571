package org.tongbao.embedded;

/** One running server. After {@link #stop()} the same object starts again on the same port with the same data. */
public interface EmbeddedPart {
    void start();

    /** Orderly. Does nothing when stopped already. */
    void stop();

    /** As a crash would end it where the part is a process of its own, orderly where it lives in this JVM. */
    default void kill() {
        stop();
    }

    boolean running();

    int port();
}
