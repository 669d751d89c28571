package org.tongbao.escalation.directory.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * A notification of the directory to one person. It has nothing to do with any incident. One that lacks something is refused when it
 * is taken in, not when it is put into words.
 */
public sealed interface DirectoryNotification {
    Kind kind();

    <T> T accept(Visitor<T> visitor);

    /** What each kind says. */
    interface Visitor<T> {
        T codeRequested(CodeRequested it);

        T shiftStarting(ShiftStarting it);

        T dutyChanged(DutyChanged it);

        T attestationDue(AttestationDue it);

        T readinessReported(ReadinessReported it);
    }

    /** After this instant it is of no use. */
    default Optional<Instant> expiresAt() {
        return Optional.empty();
    }

    /** Whether it is about the one channel that it is sent by, so that no other can take its place. */
    default boolean boundToChannel() {
        return false;
    }

    enum Kind {
        CODE_REQUESTED,
        SHIFT_STARTING,
        DUTY_CHANGED,
        ATTESTATION_DUE,
        READINESS_REPORTED
    }

    /** A code that proves the address it is sent to. The code itself is kept apart from everything that is shown. */
    record CodeRequested(Instant validUntil) implements DirectoryNotification {
        public CodeRequested {
            Objects.requireNonNull(validUntil, "validUntil");
        }

        @Override
        public Kind kind() {
            return Kind.CODE_REQUESTED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.codeRequested(this);
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(validUntil);
        }

        @Override
        public boolean boundToChannel() {
            return true;
        }
    }

    /**
     * @param role such as {@code reviewer}
     * @param until exclusive
     * @param insteadOf name of the absent person whose duty it is; null for one's own
     */
    record ShiftStarting(
            String role,
            Instant from,
            Instant until,
            @Nullable String insteadOf) implements DirectoryNotification {
        public ShiftStarting {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }

        @Override
        public Kind kind() {
            return Kind.SHIFT_STARTING;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.shiftStarting(this);
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(until);
        }
    }

    record DutyChanged(List<Shift> added, List<Shift> removed) implements DirectoryNotification {
        public DutyChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        @Override
        public Kind kind() {
            return Kind.DUTY_CHANGED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.dutyChanged(this);
        }
    }

    /**
     * @param until exclusive
     */
    record Shift(String role, Instant from, Instant until) {
        public Shift {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * @param dueAt from then on it is overdue
     */
    record AttestationDue(Instant dueAt) implements DirectoryNotification {
        public AttestationDue {
            Objects.requireNonNull(dueAt, "dueAt");
        }

        @Override
        public Kind kind() {
            return Kind.ATTESTATION_DUE;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.attestationDue(this);
        }
    }

    /**
     * @param score of the agency itself, 0 to 100
     * @param reasons sentences that say what to do, the gravest first
     * @param below the worst first, some of them
     * @param belowNotReady how many there are
     */
    record ReadinessReported(int score, List<Text> reasons, List<Below> below, int belowNotReady)
            implements DirectoryNotification {
        public ReadinessReported {
            reasons = List.copyOf(reasons);
            below = List.copyOf(below);
        }

        @Override
        public Kind kind() {
            return Kind.READINESS_REPORTED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.readinessReported(this);
        }
    }

    record Below(String name, @Nullable String nameEnglish, int score) {
        public Below {
            Objects.requireNonNull(name, "name");
        }
    }
}
