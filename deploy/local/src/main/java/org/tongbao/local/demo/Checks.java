package org.tongbao.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The checks of the scenario, passed or failed. */
public final class Checks {
    private final Narrator narrator;
    private final List<String> failed = new ArrayList<>();
    private int passed;

    Checks(Narrator narrator) {
        this.narrator = narrator;
    }

    /** Expects both to be equal. */
    void equal(String chinese, String english, Object expected, Object found) {
        if (Objects.equals(expected, found)) {
            pass(chinese, english);
        } else {
            fail(chinese, english, expected, found);
        }
    }

    /** It must be true; otherwise what was found is printed. */
    void that(String chinese, String english, boolean condition, Object expected, Object found) {
        if (condition) {
            pass(chinese, english);
        } else {
            fail(chinese, english, expected, found);
        }
    }

    private void pass(String chinese, String english) {
        passed++;
        narrator.passed(chinese, english);
    }

    private void fail(String chinese, String english, Object expected, Object found) {
        failed.add("%s %s: expected %s, found %s".formatted(chinese, english, expected, found));
        narrator.failed(chinese, english, expected, found);
    }

    public int passed() {
        return passed;
    }

    /** One line for each failed check. */
    public List<String> failed() {
        return List.copyOf(failed);
    }
}
