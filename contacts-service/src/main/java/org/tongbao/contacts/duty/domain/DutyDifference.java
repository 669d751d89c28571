package org.tongbao.contacts.duty.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contracts.procedure.Role;

/**
 * What a change of a book does to the duty of one person. Duty that nobody is planned for is nobody's in particular, and does
 * not count.
 *
 * @param added what the person does now and did not before, by start
 * @param removed what the person does not do any more, by start
 */
public record DutyDifference(UUID contact, List<Shift> added, List<Shift> removed) {
    /** A version of one role. */
    public record Shift(Role role, Interval interval) {}

    /** Everybody whose duty within the interval is another one. */
    public static List<DutyDifference> between(ContactBook before, ContactBook after, Interval interval) {
        Map<UUID, Map<Role, Intervals>> was = doing(before, interval);
        Map<UUID, Map<Role, Intervals>> is = doing(after, interval);
        return Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .map(it -> new DutyDifference(
                        it,
                        surplus(is.getOrDefault(it, Map.of()), was.getOrDefault(it, Map.of())),
                        surplus(was.getOrDefault(it, Map.of()), is.getOrDefault(it, Map.of()))))
                .filter(it -> !it.added().isEmpty() || !it.removed().isEmpty())
                .toList();
    }

    private static Map<UUID, Map<Role, Intervals>> doing(ContactBook book, Interval interval) {
        Map<UUID, Map<Role, List<Interval>>> spans = new TreeMap<>();
        for (ActingDuty.ActingAssignment held : ActingDuty.between(book, interval.from(), interval.until())) {
            UUID acting = held.acting();
            if (held.planned() && acting != null) {
                spans.computeIfAbsent(acting, ignored -> new TreeMap<>())
                        .computeIfAbsent(held.role(), ignored -> new ArrayList<>())
                        .add(held.interval());
            }
        }
        Map<UUID, Map<Role, Intervals>> doing = new TreeMap<>();
        spans.forEach((contact, roles) -> roles.forEach((role, parts) ->
                doing.computeIfAbsent(contact, ignored -> new TreeMap<>()).put(role, Intervals.of(parts))));
        return doing;
    }

    private static List<Shift> surplus(Map<Role, Intervals> these, Map<Role, Intervals> those) {
        List<Shift> surplus = new ArrayList<>();
        these.forEach((role, spans) -> {
            Intervals others = those.getOrDefault(role, Intervals.of(List.of()));
            spans.asList()
                    .forEach(interval -> others.without(interval).forEach(it -> surplus.add(new Shift(role, it))));
        });
        surplus.sort(Comparator.comparing(it -> it.interval().from()));
        return List.copyOf(surplus);
    }
}
