package org.tongbao.contacts.domain.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contacts.domain.roster.Spans;
import org.tongbao.contracts.procedure.Role;

/**
 * What a change of a book does to the duty of one person. Duty that nobody is planned for is nobody's in particular, and does
 * not count.
 *
 * @param added what the person does now and did not before, by start
 * @param removed what the person does not do any more, by start
 */
public record DutyDifference(UUID contact, List<Shift> added, List<Shift> removed) {
    /** A stretch of one role. */
    public record Shift(Role role, Span span) {}

    /** Everybody whose duty within the span is another one. */
    public static List<DutyDifference> between(ContactBook before, ContactBook after, Span span) {
        Map<UUID, Map<Role, Spans>> was = doing(before, span);
        Map<UUID, Map<Role, Spans>> is = doing(after, span);
        return Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .map(it -> new DutyDifference(
                        it,
                        surplus(is.getOrDefault(it, Map.of()), was.getOrDefault(it, Map.of())),
                        surplus(was.getOrDefault(it, Map.of()), is.getOrDefault(it, Map.of()))))
                .filter(it -> !it.added().isEmpty() || !it.removed().isEmpty())
                .toList();
    }

    private static Map<UUID, Map<Role, Spans>> doing(ContactBook book, Span span) {
        Map<UUID, Map<Role, List<Span>>> spans = new TreeMap<>();
        for (ActingDuty.Held held : ActingDuty.between(book, span.from(), span.until())) {
            UUID acting = held.acting();
            if (held.planned() && acting != null) {
                spans.computeIfAbsent(acting, ignored -> new TreeMap<>())
                        .computeIfAbsent(held.role(), ignored -> new ArrayList<>())
                        .add(held.span());
            }
        }
        Map<UUID, Map<Role, Spans>> doing = new TreeMap<>();
        spans.forEach((contact, roles) -> roles.forEach((role, parts) ->
                doing.computeIfAbsent(contact, ignored -> new TreeMap<>()).put(role, Spans.of(parts))));
        return doing;
    }

    private static List<Shift> surplus(Map<Role, Spans> these, Map<Role, Spans> those) {
        List<Shift> surplus = new ArrayList<>();
        these.forEach((role, spans) -> {
            Spans others = those.getOrDefault(role, Spans.of(List.of()));
            spans.asList().forEach(span -> others.without(span).forEach(it -> surplus.add(new Shift(role, it))));
        });
        surplus.sort(Comparator.comparing(it -> it.span().from()));
        return List.copyOf(surplus);
    }
}
