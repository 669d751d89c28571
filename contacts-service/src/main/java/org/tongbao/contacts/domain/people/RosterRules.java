package org.tongbao.contacts.domain.people;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Fault.Reason;
import org.tongbao.contacts.domain.roster.Layer;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contacts.domain.roster.Spans;
import org.tongbao.contacts.domain.roster.Window;
import org.tongbao.contracts.procedure.Role;

/** What rotations, overrides, swaps, holidays and accounts may be refused for. */
final class RosterRules {
    // Duty is worked out to look whether it can be given: not for years at a time.
    private static final Duration LONGEST_SWAP = Duration.ofDays(92);

    private final ContactBook book;
    private final UUID id;
    private final String place;
    private final List<Fault> faults;

    RosterRules(ContactBook book, UUID id, String place, List<Fault> faults) {
        this.book = book;
        this.id = id;
        this.place = place;
        this.faults = faults;
    }

    void check(Rotation rotation) {
        if (others(Rotation.class).anyMatch(it -> it.role() == rotation.role())) {
            faults.add(new Fault(
                    place + "/role", Reason.SECOND_ROTATION, rotation.role().key()));
        }
        List<Layer> layers = rotation.roster().layers();
        for (int i = 0; i < layers.size(); i++) {
            check(layers.get(i), rotation.role(), place + "/layers/" + i);
        }
    }

    private void check(Layer layer, Role role, String at) {
        for (int i = 0; i < layer.participants().size(); i++) {
            checkHolder(layer.participants().get(i), role, at + "/participants/" + i);
        }
        LocalDate until = layer.until();
        if (until != null && !until.isAfter(layer.starts())) {
            faults.add(Fault.at(at + "/until", Reason.ENDS_BEFORE_IT_STARTS));
        }
        List<Window> windows = layer.windows();
        for (int i = 0; i < windows.size(); i++) {
            if (windows.subList(0, i).stream().anyMatch(windows.get(i)::overlaps)) {
                faults.add(Fault.at(at + "/windows/" + i, Reason.OVERLAPS_ITSELF));
            }
        }
    }

    void check(DutyOverride override) {
        checkHolder(override.contact(), override.role(), place + "/contact");
        checkTimes(override.span(), place);
        if (others(DutyOverride.class)
                .anyMatch(it -> it.role() == override.role() && it.span().touches(override.span()))) {
            faults.add(Fault.at(place + "/from", Reason.OVERLAPS_ITSELF));
        }
    }

    /** Whoever gives duty must have it, when it is offered and still when it is accepted. */
    void check(DutySwap swap) {
        if (swap.state() == DutySwap.State.REFUSED) {
            return;
        }
        checkHolder(swap.contact(), swap.role(), place + "/contact");
        checkHolder(swap.partner(), swap.role(), place + "/partner");
        if (swap.contact().equals(swap.partner())) {
            faults.add(Fault.at(place + "/partner", Reason.OWN_DEPUTY));
        }
        checkDuty(swap.role(), swap.contact(), swap.give(), place + "/give");
        Span take = swap.take();
        if (take != null) {
            checkDuty(swap.role(), swap.partner(), take, place + "/take");
        }
    }

    private void checkDuty(Role role, UUID contact, Span span, String at) {
        if (!checkTimes(span, at)) {
            return;
        }
        if (Duration.between(span.from(), span.until()).compareTo(LONGEST_SWAP) > 0) {
            faults.add(new Fault(at + "/until", Reason.TOO_LONG, Long.toString(LONGEST_SWAP.toDays())));
            return;
        }
        // The swap itself must not count: it is looked at again after it was accepted.
        List<Turn> turns = DutyPlan.between(book.without(id), span.from(), span.until());
        Spans onDuty = Spans.of(turns.stream()
                .filter(it -> it.role() == role && it.contact().equals(contact) && it.by() != Turn.By.ROLE)
                .map(Turn::span)
                .toList());
        if (!onDuty.coverAllOf(span)) {
            faults.add(new Fault(at, Reason.NOT_ON_DUTY, contact.toString()));
        }
    }

    void check(HolidayCalendar calendar) {
        Set<LocalDate> known = new HashSet<>();
        others(HolidayCalendar.class).forEach(it -> known.addAll(it.days().keySet()));
        calendar.days().keySet().stream()
                .filter(known::contains)
                .sorted()
                .forEach(it -> faults.add(new Fault(place + "/days", Reason.NAMED_TWICE, it.toString())));
    }

    void check(ChannelProof proof) {
        var contact = book.contact(proof.contact());
        if (contact.isEmpty()) {
            faults.add(new Fault(
                    place + "/contact", Reason.UNKNOWN_CONTACT, proof.contact().toString()));
        } else if (!contact.get().channels().contains(proof.channel())) {
            faults.add(new Fault(
                    place + "/channel", Reason.UNKNOWN_CHANNEL, proof.channel().key()));
        }
    }

    void check(ContactAccount account) {
        if (book.contact(account.contact()).isEmpty()) {
            faults.add(new Fault(
                    place + "/contact",
                    Reason.UNKNOWN_CONTACT,
                    account.contact().toString()));
        }
        if (others(ContactAccount.class).anyMatch(it -> it.contact().equals(account.contact()))) {
            faults.add(new Fault(
                    place + "/contact", Reason.NAMED_TWICE, account.contact().toString()));
        }
        if (others(ContactAccount.class).anyMatch(it -> it.subject().equals(account.subject()))) {
            faults.add(new Fault(place + "/subject", Reason.NAMED_TWICE, account.subject()));
        }
    }

    private void checkHolder(UUID contact, Role role, String at) {
        book.contact(contact)
                .ifPresentOrElse(
                        known -> {
                            if (!known.roles().contains(role)) {
                                faults.add(new Fault(at, Reason.ROLE_NOT_HELD, role.key()));
                            }
                        },
                        () -> faults.add(new Fault(at, Reason.UNKNOWN_CONTACT, contact.toString())));
    }

    private boolean checkTimes(Span span, String at) {
        if (!span.isEmpty()) {
            return true;
        }
        faults.add(Fault.at(at + "/until", Reason.ENDS_BEFORE_IT_STARTS));
        return false;
    }

    private <T extends Item> Stream<T> others(Class<T> kind) {
        return book.items(kind).entrySet().stream()
                .filter(it -> !it.getKey().equals(id))
                .map(Map.Entry::getValue);
    }
}
