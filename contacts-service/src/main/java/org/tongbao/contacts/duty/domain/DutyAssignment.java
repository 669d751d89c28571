package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/**
 * A contact holds a role for a while.
 *
 * @param until exclusive
 */
public record DutyAssignment(Role role, UUID contact, Instant from, Instant until, By by) {
    /** What puts it there. */
    public enum By implements Keyed {
        /** A shift of the roster. */
        SHIFT,
        /** A turn of a rotation, where no shift is. */
        ROTATION,
        /** Duty that somebody else was to have, exchanged between the two. */
        SWAP,
        /** An override, which goes before everything else. */
        OVERRIDE,
        /** Nothing else covers the time, so everybody who has the role holds it: nobody must be reached by nobody. */
        ROLE
    }

    public Interval interval() {
        return new Interval(from, until);
    }
}
