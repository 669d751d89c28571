package org.tongbao.embedded;

import java.util.Map;

/** Stops and starts single parts of the JVM's stack, on the same port and with the same data. Start what you stop. */
public final class TestParts {
    private TestParts() {}

    public static void stop(Part part) {
        ControlClient.call("stop/" + part, Map.of());
    }

    /** Like a crash: PostgreSQL gets SIGKILL. Parts that live in the test's JVM are stopped. */
    public static void kill(Part part) {
        ControlClient.call("kill/" + part, Map.of());
    }

    /** Returns when the part answers. */
    public static void start(Part part) {
        ControlClient.call("start/" + part, Map.of());
    }
}
