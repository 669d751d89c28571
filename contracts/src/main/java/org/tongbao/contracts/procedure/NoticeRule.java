package org.tongbao.contracts.procedure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * 通知: who is told of what, and how.
 *
 * @param key such as {@code urgent-notice}, unique in its procedure
 * @param name for the subject of a mail and the timeline
 * @param clause such as {@code §12}
 * @param on what it happens on, any of them
 * @param levels at which it applies
 * @param when the fact that makes it apply, null when it always does
 * @param obligations of an {@code obligation-…} occasion: the keys it is about, empty for all
 * @param to which agencies, each told once
 * @param recipients who there: everybody who holds one of these roles, each person once
 * @param channels every one of them, for each person
 * @param proof what counts as reached; empty for an information
 * @param ladder key of the ladder that goes on until it is acknowledged, null for an information
 */
public record NoticeRule(
        String key,
        Text name,
        String clause,
        Source source,
        Set<Occasion> on,
        Set<Level> levels,
        @Nullable Condition when,
        Set<String> obligations,
        List<Relation> to,
        List<Recipient> recipients,
        List<Channel> channels,
        Set<Proof> proof,
        @Nullable String ladder) {

    public NoticeRule {
        on = Set.copyOf(on);
        levels = Set.copyOf(levels);
        obligations = Set.copyOf(obligations);
        to = List.copyOf(to);
        recipients = List.copyOf(recipients);
        channels = List.copyOf(channels);
        proof = Set.copyOf(proof);
    }

    /** Whether nobody has to acknowledge it. */
    public boolean information() {
        return ladder == null;
    }

    /** Whether it is opened by this occasion at this level with these facts. */
    public boolean appliesTo(Occasion occasion, Level level, Set<Condition> facts) {
        return on.contains(occasion) && levels.contains(level) && (when == null || facts.contains(when));
    }

    /**
     * @param onDuty only who is on duty in this role now; when nobody is, everybody who holds it
     */
    public record Recipient(Role role, boolean onDuty) {}

    /** What counts as reached. */
    public enum Proof implements Keyed {
        /** A person pressed the button of the mail, gave the code, or acknowledged in a portal. */
        ACKNOWLEDGED,
        /** A person answered the phone. */
        PHONE_ANSWERED,
        /** The agency replied 受影響, 未受影響 or 不明. */
        REPLIED
    }
}
