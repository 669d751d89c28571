package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Layers of people who take turns on the wall clock of a place. Where a later layer has somebody, the earlier ones do not
 * count.
 */
public record Roster(ZoneId zone, List<Layer> layers) {
    public Roster {
        layers = List.copyOf(layers);
    }

    /**
     * Who is on duty within the interval, cut to it. More than one at a time only where the clock is put back at a hand-off.
     *
     * @param publicHolidays in the roster's zone
     */
    public List<OnCallInterval> within(Interval interval, Set<LocalDate> publicHolidays) {
        WallClock clock = new WallClock(zone);
        List<OnCallInterval> stacked = List.of();
        for (Layer layer : layers) {
            List<OnCallInterval> upper = layer.within(interval, clock, publicHolidays);
            stacked = stacked.isEmpty() ? upper : over(stacked, upper);
        }
        return stacked;
    }

    /** Whether the contact takes turns on or after the day it is now. */
    public boolean names(UUID contact, Instant now) {
        LocalDate today = new WallClock(zone).at(now).toLocalDate();
        return layers.stream()
                .filter(it -> it.until() == null || !it.until().isBefore(today))
                .anyMatch(it -> it.participants().contains(contact));
    }

    private static List<OnCallInterval> over(List<OnCallInterval> lower, List<OnCallInterval> upper) {
        Intervals taken =
                Intervals.of(upper.stream().map(OnCallInterval::interval).toList());
        List<OnCallInterval> both = new ArrayList<>(upper);
        lower.forEach(onCall ->
                taken.without(onCall.interval()).forEach(it -> both.add(new OnCallInterval(onCall.contact(), it))));
        return both;
    }
}
