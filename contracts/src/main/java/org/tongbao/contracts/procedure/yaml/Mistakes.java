package org.tongbao.contracts.procedure.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes found in one file so far. */
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(int line, String rule, String message) {
        found.add(new Mistake(file, line, rule, message));
    }

    /** In the order of the file. */
    List<Mistake> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }

    boolean none() {
        return found.isEmpty();
    }
}
