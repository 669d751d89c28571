package org.tongbao.local.demo;

/** The scenario cannot go on: an endpoint answered something else than it must, or nothing came in time. */
public final class ScenarioAborted extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScenarioAborted(String message) {
        super(message);
    }

    ScenarioAborted(String message, Throwable cause) {
        super(message, cause);
    }
}
