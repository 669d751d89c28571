package org.tongbao.contacts.duty.domain;

import org.tongbao.contracts.procedure.Keyed;

/** How long a turn is on the wall clock: on the day it is put back, a day of a rotation has 25 hours. */
public record Cadence(int count, Unit unit) {
    /** A unit of the wall clock. */
    public enum Unit implements Keyed {
        HOURS(60),
        DAYS(24 * 60),
        WEEKS(7 * 24 * 60);

        private final int minutes;

        Unit(int minutes) {
            this.minutes = minutes;
        }
    }

    long minutes() {
        return (long) count * unit.minutes;
    }
}
