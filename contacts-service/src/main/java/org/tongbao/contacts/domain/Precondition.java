package org.tongbao.contacts.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a change knows of the thing.
 *
 * @param revision the one it read, for {@link Kind#REVISION}
 */
public record Precondition(Kind kind, long revision) {
    /** Says nothing: fine for something new, or for what changes nothing. */
    public static final Precondition NOTHING = new Precondition(Kind.NOTHING, 0);
    /** Whatever there is, the import says what shall be. */
    public static final Precondition ANYTHING = new Precondition(Kind.ANYTHING, 0);
    /** It must not exist yet. */
    public static final Precondition ABSENT = new Precondition(Kind.ABSENT, 0);

    public enum Kind {
        NOTHING,
        ANYTHING,
        ABSENT,
        REVISION
    }

    public static Precondition revision(long revision) {
        return new Precondition(Kind.REVISION, revision);
    }

    /**
     * @param known the revision there is, null when there is none
     * @param changes whether what was sent differs from what there is
     */
    public void check(@Nullable Long known, boolean changes) {
        switch (kind) {
            case NOTHING -> {
                if (known != null && changes) {
                    throw new Refused(Refused.Reason.UNCONDITIONAL);
                }
            }
            case ABSENT -> {
                if (known != null) {
                    throw new Refused(Refused.Reason.STALE);
                }
            }
            case REVISION -> {
                if (known == null || known != revision) {
                    throw new Refused(Refused.Reason.STALE);
                }
            }
            case ANYTHING -> {
                // an import says what shall be
            }
        }
    }
}
