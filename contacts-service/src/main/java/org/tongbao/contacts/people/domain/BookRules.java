package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.domain.ValidationError.Reason;
import org.tongbao.contacts.duty.domain.DutyOverride;
import org.tongbao.contacts.duty.domain.DutySwap;
import org.tongbao.contacts.duty.domain.HolidayCalendar;
import org.tongbao.contacts.duty.domain.RosterRules;
import org.tongbao.contacts.duty.domain.Rotation;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.RequiredContact;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.procedure.Team;

/**
 * What an item may be refused for, beside the shape of its own fields.
 *
 * @param neverOutsourced roles that the agency's procedure keeps from a contractor's staff, with the clause (S2 §6)
 * @param needed whom the agency must have: a removal never leaves fewer; too few from the start is reported and not refused,
 *     because somebody is always the first
 * @param seats of the response team that the procedure knows
 */
public record BookRules(Map<Role, String> neverOutsourced, List<Needed> needed, Set<Actor> seats) {
    // An authority that supervises others names these two as well.
    private static final String SUPERVISING = "S1 2.4";

    /**
     * How many of a role an agency must have, and which clause says so.
     *
     * @param deputy whether each of them needs a deputy
     */
    public record Needed(Role role, int atLeast, boolean deputy, String clause) {}

    /** A role of which an agency has too few. */
    public record Missing(Role role, int atLeast, int held, String clause) {}

    /**
     * @param procedure null when there is none of that name any more
     * @param supervises whether another agency stands under its supervision
     */
    public static BookRules of(@Nullable Procedure procedure, boolean supervises) {
        if (procedure == null) {
            return new BookRules(Map.of(), List.of(), Set.of());
        }
        Map<Role, String> kept = new EnumMap<>(Role.class);
        Map<Role, Needed> needed = new EnumMap<>(Role.class);
        for (RequiredContact required : procedure.contacts()) {
            if (!required.outsourcedAllowed()) {
                kept.put(required.role(), required.clause());
            }
            needed.put(
                    required.role(),
                    new Needed(required.role(), required.atLeast(), required.deputyRequired(), required.clause()));
        }
        if (supervises) {
            needed.putIfAbsent(Role.REVIEWER, new Needed(Role.REVIEWER, 1, false, SUPERVISING));
            needed.putIfAbsent(Role.CISO, new Needed(Role.CISO, 1, false, SUPERVISING));
        }
        Set<Actor> seats =
                procedure.team().seats().stream().map(Team.Seat::seat).collect(Collectors.toSet());
        return new BookRules(kept, List.copyOf(needed.values()), seats);
    }

    /** Whom the agency does not have yet. */
    public List<Missing> missing(ContactBook book) {
        return needed.stream()
                .map(it -> new Missing(
                        it.role(), it.atLeast(), book.holders(it.role()).size(), it.clause()))
                .filter(it -> it.held() < it.atLeast())
                .toList();
    }

    /** What was enough before a change and is not after it. */
    List<Missing> lost(ContactBook before, ContactBook after) {
        List<Role> already = missing(before).stream().map(Missing::role).toList();
        return missing(after).stream()
                .filter(it -> !already.contains(it.role()))
                .toList();
    }

    /**
     * Everything that is wrong with filing the item.
     *
     * @param place JSON pointer of the item in the body
     */
    public List<ValidationError> errors(ContactBook book, String place, UUID id, BookItem item) {
        List<ValidationError> errors = new ArrayList<>();
        if (item instanceof Contact contact) {
            check(contact, place, errors);
        } else if (item instanceof Deputyship deputyship) {
            check(book, id, deputyship, place, errors);
        } else if (item instanceof Absence absence) {
            check(book, id, absence, place, errors);
        } else if (item instanceof Shift shift) {
            check(book, id, shift, place, errors);
        } else {
            check(new RosterRules(book, id, place, errors), item);
        }
        return errors;
    }

    private static void check(RosterRules rules, BookItem item) {
        if (item instanceof Rotation rotation) {
            rules.check(rotation);
        } else if (item instanceof DutyOverride override) {
            rules.check(override);
        } else if (item instanceof DutySwap swap) {
            rules.check(swap);
        } else if (item instanceof HolidayCalendar calendar) {
            rules.check(calendar);
        } else if (item instanceof ContactAccount account) {
            rules.check(account);
        } else if (item instanceof ChannelProof proof) {
            rules.check(proof);
        }
    }

    private void check(Contact contact, String place, List<ValidationError> errors) {
        if (contact.employment() == Employment.OUTSOURCED) {
            contact.roles().stream()
                    .filter(neverOutsourced::containsKey)
                    .sorted()
                    .forEach(it -> errors.add(new ValidationError(
                            place + "/employment", Reason.NEVER_OUTSOURCED, it.key() + " " + neverOutsourced.get(it))));
        }
        contact.teamRoles().stream()
                .filter(it -> !seats.contains(it))
                .sorted()
                .forEach(it -> errors.add(new ValidationError(place + "/teamRoles", Reason.UNKNOWN_SEAT, it.key())));
        Set<Channel> channels = new HashSet<>();
        for (int i = 0; i < contact.channels().size(); i++) {
            if (!channels.add(contact.channels().get(i))) {
                errors.add(ValidationError.at(place + "/channels/" + i, Reason.NAMED_TWICE));
            }
        }
    }

    private static void check(
            ContactBook book, UUID id, Deputyship deputyship, String place, List<ValidationError> errors) {
        checkContact(book, deputyship.contact(), place + "/contact", errors);
        checkTimes(deputyship.from(), deputyship.until(), place, errors);
        if (others(book, id, Deputyship.class).anyMatch(deputyship::overlaps)) {
            errors.add(ValidationError.at(place + "/from", Reason.OVERLAPS));
        }
        for (int i = 0; i < deputyship.permissions().size(); i++) {
            if (deputyship.permissions().get(i).inForceFrom().isAfter(deputyship.from())) {
                errors.add(
                        ValidationError.at(place + "/permissions/" + i + "/inForceFrom", Reason.PERMISSION_TOO_LATE));
            }
        }
        Set<UUID> named = new HashSet<>();
        for (int i = 0; i < deputyship.deputies().size(); i++) {
            UUID deputy = deputyship.deputies().get(i);
            String at = place + "/deputies/" + i;
            checkContact(book, deputy, at, errors);
            if (deputy.equals(deputyship.contact())) {
                errors.add(ValidationError.at(at, Reason.OWN_DEPUTY));
            }
            if (!named.add(deputy)) {
                errors.add(ValidationError.at(at, Reason.NAMED_TWICE));
            }
        }
    }

    private static void check(ContactBook book, UUID id, Absence absence, String place, List<ValidationError> errors) {
        checkContact(book, absence.contact(), place + "/contact", errors);
        checkTimes(absence.from(), absence.until(), place, errors);
        if (others(book, id, Absence.class).anyMatch(absence::overlaps)) {
            errors.add(ValidationError.at(place + "/from", Reason.OVERLAPS));
        }
        UUID standIn = absence.standIn();
        if (standIn != null) {
            checkContact(book, standIn, place + "/standIn", errors);
            if (standIn.equals(absence.contact())) {
                errors.add(ValidationError.at(place + "/standIn", Reason.OWN_DEPUTY));
            }
        }
    }

    private static void check(ContactBook book, UUID id, Shift shift, String place, List<ValidationError> errors) {
        checkContact(book, shift.contact(), place + "/contact", errors);
        checkTimes(shift.from(), shift.until(), place, errors);
        book.contact(shift.contact())
                .filter(it -> !it.roles().contains(shift.role()))
                .ifPresent(it -> errors.add(new ValidationError(
                        place + "/role", Reason.ROLE_NOT_HELD, shift.role().key())));
        if (others(book, id, Shift.class)
                .filter(it -> it.role() == shift.role() && it.contact().equals(shift.contact()))
                .anyMatch(shift::overlaps)) {
            errors.add(ValidationError.at(place + "/from", Reason.OVERLAPS));
        }
    }

    private static <T extends BookItem> Stream<T> others(ContactBook book, UUID id, Class<T> kind) {
        return book.others(id, kind);
    }

    private static void checkContact(ContactBook book, UUID contact, String place, List<ValidationError> errors) {
        if (book.contact(contact).isEmpty()) {
            errors.add(new ValidationError(place, Reason.UNKNOWN_CONTACT, contact.toString()));
        }
    }

    private static void checkTimes(Instant from, @Nullable Instant until, String place, List<ValidationError> errors) {
        if (until != null && !until.isAfter(from)) {
            errors.add(ValidationError.at(place + "/until", Reason.ENDS_BEFORE_IT_STARTS));
        }
    }
}
