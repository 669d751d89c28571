package org.tongbao.contacts.duty.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.domain.ValidationError.Reason;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.ContactAccount;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contracts.procedure.Role;

/** What rotations, overrides, swaps, holidays and accounts may be refused for. */
public final class RosterRules {
    // Duty is worked out to look whether it can be given: not for years at a time.
    private static final Duration LONGEST_SWAP = Duration.ofDays(92);

    private final ContactBook book;
    private final UUID id;
    private final String place;
    private final List<ValidationError> errors;

    public RosterRules(ContactBook book, UUID id, String place, List<ValidationError> errors) {
        this.book = book;
        this.id = id;
        this.place = place;
        this.errors = errors;
    }

    public void check(Rotation rotation) {
        if (others(Rotation.class).anyMatch(it -> it.role() == rotation.role())) {
            errors.add(new ValidationError(
                    place + "/role", Reason.SECOND_ROTATION, rotation.role().key()));
        }
        List<Layer> layers = rotation.layers();
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
            errors.add(ValidationError.at(at + "/until", Reason.ENDS_BEFORE_IT_STARTS));
        }
        List<Window> windows = layer.windows();
        for (int i = 0; i < windows.size(); i++) {
            if (windows.subList(0, i).stream().anyMatch(windows.get(i)::overlaps)) {
                errors.add(ValidationError.at(at + "/windows/" + i, Reason.OVERLAPS_ITSELF));
            }
        }
    }

    public void check(DutyOverride override) {
        checkHolder(override.contact(), override.role(), place + "/contact");
        checkTimes(override.interval(), place);
        if (others(DutyOverride.class)
                .anyMatch(it -> it.role() == override.role() && it.interval().touches(override.interval()))) {
            errors.add(ValidationError.at(place + "/from", Reason.OVERLAPS_ITSELF));
        }
    }

    /** Whoever gives duty must have it, when it is offered and still when it is accepted. */
    public void check(DutySwap swap) {
        if (swap.state() == DutySwap.State.REFUSED) {
            return;
        }
        checkHolder(swap.contact(), swap.role(), place + "/contact");
        checkHolder(swap.partner(), swap.role(), place + "/partner");
        if (swap.contact().equals(swap.partner())) {
            errors.add(ValidationError.at(place + "/partner", Reason.OWN_DEPUTY));
        }
        checkDuty(swap.role(), swap.contact(), swap.give(), place + "/give");
        Interval take = swap.take();
        if (take != null) {
            checkDuty(swap.role(), swap.partner(), take, place + "/take");
        }
    }

    private void checkDuty(Role role, UUID contact, Interval interval, String at) {
        if (!checkTimes(interval, at)) {
            return;
        }
        if (Duration.between(interval.from(), interval.until()).compareTo(LONGEST_SWAP) > 0) {
            errors.add(new ValidationError(at + "/until", Reason.TOO_LONG, Long.toString(LONGEST_SWAP.toDays())));
            return;
        }
        // The swap itself must not count: it is looked at again after it was accepted.
        List<DutyAssignment> assignments = DutyPlan.between(book.without(id), interval.from(), interval.until());
        Intervals onDuty = Intervals.of(assignments.stream()
                .filter(it -> it.role() == role && it.contact().equals(contact) && it.by() != DutyAssignment.By.ROLE)
                .map(DutyAssignment::interval)
                .toList());
        if (!onDuty.coverAllOf(interval)) {
            errors.add(new ValidationError(at, Reason.NOT_ON_DUTY, contact.toString()));
        }
    }

    public void check(HolidayCalendar calendar) {
        Set<LocalDate> known = new HashSet<>();
        others(HolidayCalendar.class).forEach(it -> it.dates().forEach(known::add));
        calendar.dates()
                .filter(known::contains)
                .forEach(it -> errors.add(new ValidationError(place + "/days", Reason.NAMED_TWICE, it.toString())));
    }

    public void check(ChannelProof proof) {
        var contact = book.contact(proof.contact());
        if (contact.isEmpty()) {
            errors.add(new ValidationError(
                    place + "/contact", Reason.UNKNOWN_CONTACT, proof.contact().toString()));
        } else if (!contact.get().channels().contains(proof.channel())) {
            errors.add(new ValidationError(
                    place + "/channel", Reason.UNKNOWN_CHANNEL, proof.channel().key()));
        }
    }

    public void check(ContactAccount account) {
        if (book.contact(account.contact()).isEmpty()) {
            errors.add(new ValidationError(
                    place + "/contact",
                    Reason.UNKNOWN_CONTACT,
                    account.contact().toString()));
        }
        if (others(ContactAccount.class).anyMatch(it -> it.contact().equals(account.contact()))) {
            errors.add(new ValidationError(
                    place + "/contact", Reason.NAMED_TWICE, account.contact().toString()));
        }
        if (others(ContactAccount.class).anyMatch(it -> it.subject().equals(account.subject()))) {
            errors.add(new ValidationError(place + "/subject", Reason.NAMED_TWICE, account.subject()));
        }
    }

    private void checkHolder(UUID contact, Role role, String at) {
        book.contact(contact)
                .ifPresentOrElse(
                        known -> {
                            if (!known.roles().contains(role)) {
                                errors.add(new ValidationError(at, Reason.ROLE_NOT_HELD, role.key()));
                            }
                        },
                        () -> errors.add(new ValidationError(at, Reason.UNKNOWN_CONTACT, contact.toString())));
    }

    private boolean checkTimes(Interval interval, String at) {
        if (!interval.isEmpty()) {
            return true;
        }
        errors.add(ValidationError.at(at + "/until", Reason.ENDS_BEFORE_IT_STARTS));
        return false;
    }

    private <T extends BookItem> Stream<T> others(Class<T> kind) {
        return book.items(kind).entrySet().stream()
                .filter(it -> !it.getKey().equals(id))
                .map(Map.Entry::getValue);
    }
}
