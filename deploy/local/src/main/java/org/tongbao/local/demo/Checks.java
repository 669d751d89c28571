package org.tongbao.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the story promises, each held or broken. */
public final class Checks {
    private final Narrator tell;
    private final List<String> broken = new ArrayList<>();
    private int held;

    Checks(Narrator tell) {
        this.tell = tell;
    }

    /** Both must be equal. */
    void same(String chinese, String english, Object expected, Object found) {
        if (Objects.equals(expected, found)) {
            hold(chinese, english);
        } else {
            fail(chinese, english, expected, found);
        }
    }

    /** It must be true; otherwise what was found is told. */
    void holds(String chinese, String english, boolean true_, Object expected, Object found) {
        if (true_) {
            hold(chinese, english);
        } else {
            fail(chinese, english, expected, found);
        }
    }

    private void hold(String chinese, String english) {
        held++;
        tell.held(chinese, english);
    }

    private void fail(String chinese, String english, Object expected, Object found) {
        broken.add("%s %s: expected %s, found %s".formatted(chinese, english, expected, found));
        tell.broken(chinese, english, expected, found);
    }

    public int held() {
        return held;
    }

    /** A line for each promise that did not hold. */
    public List<String> broken() {
        return List.copyOf(broken);
    }
}
