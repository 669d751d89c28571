package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * The clock on the wall of a place. Where it is put back, a time that it shows twice starts at the earlier instant and ends at
 * the later one, so that two turns overlap and never leave a gap; where it is put forward, a time that it never shows is the
 * instant of the jump.
 */
final class WallClock {
    private final ZoneRules rules;

    WallClock(ZoneId zone) {
        rules = zone.getRules();
    }

    LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, rules.getOffset(instant));
    }

    Interval between(LocalDateTime from, LocalDateTime until) {
        return new Interval(starts(from), ends(until));
    }

    Instant starts(LocalDateTime time) {
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        return offsets.isEmpty() ? jump(time) : time.toInstant(offsets.get(0));
    }

    private Instant ends(LocalDateTime time) {
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        return offsets.isEmpty() ? jump(time) : time.toInstant(offsets.get(offsets.size() - 1));
    }

    private Instant jump(LocalDateTime time) {
        return rules.getTransition(time).getInstant();
    }
}
