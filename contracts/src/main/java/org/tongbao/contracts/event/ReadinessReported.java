package org.tongbao.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * An agency, or agencies right below it, could not be reached as their procedure demands. Said once a day while it is so.
 *
 * @param score of the agency itself, 0 to 100
 * @param reasons what is wrong with the agency itself, as sentences that say what to do, the gravest first
 * @param below agencies right below it that are not ready, the worst first, at most ten
 * @param belowNotReady how many there are of them
 */
public record ReadinessReported(
        String agency, Addressee to, int score, List<Text> reasons, List<Below> below, int belowNotReady)
        implements DirectoryMessage {
    public ReadinessReported {
        reasons = List.copyOf(reasons);
        below = List.copyOf(below);
    }

    public record Below(
            String agency, String name, @Nullable String nameEnglish, int score) {}
}
