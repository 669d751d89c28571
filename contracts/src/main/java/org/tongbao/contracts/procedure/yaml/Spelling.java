package org.tongbao.contracts.procedure.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant to write. */
final class Spelling {
    private static final int LISTED = 20;

    private Spelling() {}

    /** {@code , did you mean "aware"?}, or the words there are when none is near and they are few. */
    static String hint(String written, Collection<String> known) {
        String near = near(written, known);
        return !near.isEmpty() || known.isEmpty() || known.size() > LISTED
                ? near
                : ", known are " + String.join(", ", known);
    }

    /** {@code , did you mean "aware"?}, or nothing when no word is near. */
    static String near(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> ", did you mean \"" + word + "\"?")
                .orElse("");
    }

    private static Optional<String> nearest(String written, Collection<String> known) {
        int farthest = Math.max(2, written.length() / 4);
        return known.stream()
                .filter(word -> distance(written, word) <= farthest)
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** How many letters must be put in, taken out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int above = row[column];
                int change = from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(Math.min(above, row[column - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
