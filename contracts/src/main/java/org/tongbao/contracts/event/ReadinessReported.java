package org.tongbao.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency, or agencies right below it, could not be reached as their procedure demands. Said once a day while it is so.
 *
 * @param score of the agency itself, 0 to 100
 * @param reasons what is wrong with the agency itself and how it is mended, the gravest first
 * @param below agencies right below it that are not ready, the worst first, at most ten
 * @param belowNotReady how many there are of them
 */
public record ReadinessReported(
        String agency, Addressee to, int score, List<Reason> reasons, List<Below> below, int belowNotReady)
        implements DirectoryMessage {
    public ReadinessReported {
        reasons = List.copyOf(reasons);
        below = List.copyOf(below);
    }

    /** One thing that is wrong, as a sentence that says what to do. */
    public record Reason(String chinese, String english) {}

    public record Below(
            String agency, String name, @Nullable String nameEnglish, int score) {}
}
