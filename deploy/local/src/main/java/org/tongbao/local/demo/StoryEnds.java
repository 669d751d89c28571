package org.tongbao.local.demo;

/** The story cannot go on: a door answered something else than it must, or nothing came in time. */
public final class StoryEnds extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoryEnds(String message) {
        super(message);
    }

    StoryEnds(String message, Throwable cause) {
        super(message, cause);
    }
}
