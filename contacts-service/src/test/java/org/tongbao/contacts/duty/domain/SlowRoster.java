package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Who is on duty, found out by looking at the clock on the wall minute after minute. It knows nothing of the resolver: not its
 * intervals, not how Java turns a wall-clock time into an instant. A turn is on from the minute at which the clock shows or has
 * passed its start for the first time until the minute at which it shows or has passed its end for the last time.
 */
final class SlowRoster {
    static final int DAY = 24 * 60;
    // Clocks were never moved by more than a day.
    private static final int MARGIN = 3 * DAY;

    /** Minutes of the wall clock since 1970; contacts and days of the week as bits, Monday first. */
    record SlowWindow(int days, int from, int until) {}

    /** {@code holidays}: 0 whatever the day, 1 on holidays alone, 2 never on holidays. */
    record SlowLayer(int[] participants, int length, int first, int last, List<SlowWindow> windows, int holidays) {}

    /** In minutes from the start of the year; a version of time with one contact, whatever the layers say. */
    record SlowOverride(int contact, int from, int until) {}

    private final int[] highestSoFar;
    private final int[] lowestToCome;

    /** The wall clock of a place in the minutes from an instant on. */
    SlowRoster(ZoneId zone, Instant start, int minutes) {
        int[] wall = new int[minutes + 2 * MARGIN];
        long first = start.getEpochSecond() / 60 - MARGIN;
        for (int i = 0; i < wall.length; i++) {
            Instant minute = Instant.ofEpochSecond((first + i) * 60);
            wall[i] = (int) (first + i + zone.getRules().getOffset(minute).getTotalSeconds() / 60);
        }
        highestSoFar = new int[minutes];
        lowestToCome = new int[minutes];
        int highest = Integer.MIN_VALUE;
        for (int i = 0; i < wall.length - MARGIN; i++) {
            highest = Math.max(highest, wall[i]);
            if (i >= MARGIN) {
                highestSoFar[i - MARGIN] = highest;
            }
        }
        int lowestLater = Integer.MAX_VALUE;
        for (int i = wall.length - 1; i >= MARGIN; i--) {
            if (i < wall.length - MARGIN) {
                // A time that is shown once more is not over: "later than its end" begins when that is shown for the
                // last time.
                lowestToCome[i - MARGIN] = Math.min(wall[i], lowestLater - 1);
            }
            lowestLater = Math.min(lowestLater, wall[i]);
        }
    }

    /** The contacts on duty in a minute as bits, none for a gap. */
    int onDuty(int minute, List<SlowLayer> layers, List<SlowOverride> overrides, boolean[] holidays, int firstDay) {
        for (SlowOverride override : overrides) {
            if (minute >= override.from && minute < override.until) {
                return 1 << override.contact;
            }
        }
        int high = highestSoFar[minute];
        int low = lowestToCome[minute];
        for (int i = layers.size() - 1; i >= 0; i--) {
            SlowLayer layer = layers.get(i);
            int found = turns(layer, high, low);
            if (found != 0 && isOpen(layer, high, low, holidays, firstDay)) {
                return found;
            }
        }
        return 0;
    }

    private static int turns(SlowLayer layer, int high, int low) {
        if (high < layer.first || low >= layer.last) {
            return 0;
        }
        int found = 0;
        int earliest = low <= layer.first ? 0 : (low - layer.first) / layer.length;
        int latest = (high - layer.first) / layer.length;
        for (int turn = earliest; turn <= latest; turn++) {
            int start = layer.first + turn * layer.length;
            int end = Math.min(start + layer.length, layer.last);
            if (start < layer.last && high >= start && low < end) {
                found |= 1 << layer.participants[turn % layer.participants.length];
            }
        }
        return found;
    }

    private static boolean isOpen(SlowLayer layer, int high, int low, boolean[] holidays, int firstDay) {
        if (layer.windows.isEmpty() && layer.holidays == 0) {
            return true;
        }
        for (int day = low / DAY - 1; day <= high / DAY; day++) {
            boolean holiday = holidays[day - firstDay];
            if (layer.holidays == 0 || holiday == (layer.holidays == 1)) {
                if (layer.windows.isEmpty() && high >= day * DAY && low < day * DAY + DAY) {
                    return true;
                }
                for (int i = 0; i < layer.windows.size(); i++) {
                    if (isOpen(layer.windows.get(i), day, high, low)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isOpen(SlowWindow window, int day, int high, int low) {
        // The first of January 1970 was a Thursday.
        int end = day * DAY + window.until + (window.until <= window.from ? DAY : 0);
        return (window.days >> (day + 3) % 7 & 1) != 0 && high >= day * DAY + window.from && low < end;
    }
}
