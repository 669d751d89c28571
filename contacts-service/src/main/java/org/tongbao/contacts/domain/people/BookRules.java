package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Fault.Reason;
import org.tongbao.contracts.procedure.RequiredContact;
import org.tongbao.contracts.procedure.Role;

/**
 * What an item may be refused for, beside the shape of its own fields.
 *
 * @param neverOutsourced roles that the agency's procedure keeps from a contractor's staff, with the clause (S2 §6)
 */
public record BookRules(Map<Role, String> neverOutsourced) {

    public static BookRules of(List<RequiredContact> required) {
        Map<Role, String> kept = new EnumMap<>(Role.class);
        required.stream().filter(it -> !it.outsourcedAllowed()).forEach(it -> kept.put(it.role(), it.clause()));
        return new BookRules(kept);
    }

    /**
     * Everything that is wrong with filing the item.
     *
     * @param place JSON pointer of the item in the body
     */
    public List<Fault> faults(ContactBook book, String place, UUID id, Item item) {
        List<Fault> faults = new ArrayList<>();
        if (item instanceof Contact contact) {
            check(contact, place, faults);
        } else if (item instanceof Deputyship deputyship) {
            check(book, id, deputyship, place, faults);
        } else if (item instanceof Absence absence) {
            check(book, id, absence, place, faults);
        } else if (item instanceof Shift shift) {
            check(book, id, shift, place, faults);
        } else {
            check(new RosterRules(book, id, place, faults), item);
        }
        return faults;
    }

    private static void check(RosterRules rules, Item item) {
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
        }
    }

    private void check(Contact contact, String place, List<Fault> faults) {
        if (contact.employment() == Employment.OUTSOURCED) {
            contact.roles().stream()
                    .filter(neverOutsourced::containsKey)
                    .sorted()
                    .forEach(it -> faults.add(new Fault(
                            place + "/employment", Reason.NEVER_OUTSOURCED, it.key() + " " + neverOutsourced.get(it))));
        }
        Set<Channel> channels = new HashSet<>();
        for (int i = 0; i < contact.channels().size(); i++) {
            if (!channels.add(contact.channels().get(i))) {
                faults.add(Fault.at(place + "/channels/" + i, Reason.NAMED_TWICE));
            }
        }
    }

    private static void check(ContactBook book, UUID id, Deputyship deputyship, String place, List<Fault> faults) {
        checkContact(book, deputyship.contact(), place + "/contact", faults);
        checkTimes(deputyship.from(), deputyship.until(), place, faults);
        if (others(book, id, Deputyship.class).anyMatch(deputyship::overlaps)) {
            faults.add(Fault.at(place + "/from", Reason.OVERLAPS));
        }
        Set<UUID> named = new HashSet<>();
        for (int i = 0; i < deputyship.deputies().size(); i++) {
            UUID deputy = deputyship.deputies().get(i);
            String at = place + "/deputies/" + i;
            checkContact(book, deputy, at, faults);
            if (deputy.equals(deputyship.contact())) {
                faults.add(Fault.at(at, Reason.OWN_DEPUTY));
            }
            if (!named.add(deputy)) {
                faults.add(Fault.at(at, Reason.NAMED_TWICE));
            }
        }
    }

    private static void check(ContactBook book, UUID id, Absence absence, String place, List<Fault> faults) {
        checkContact(book, absence.contact(), place + "/contact", faults);
        checkTimes(absence.from(), absence.until(), place, faults);
        if (others(book, id, Absence.class).anyMatch(absence::overlaps)) {
            faults.add(Fault.at(place + "/from", Reason.OVERLAPS));
        }
        UUID standIn = absence.standIn();
        if (standIn != null) {
            checkContact(book, standIn, place + "/standIn", faults);
            if (standIn.equals(absence.contact())) {
                faults.add(Fault.at(place + "/standIn", Reason.OWN_DEPUTY));
            }
        }
    }

    private static void check(ContactBook book, UUID id, Shift shift, String place, List<Fault> faults) {
        checkContact(book, shift.contact(), place + "/contact", faults);
        checkTimes(shift.from(), shift.until(), place, faults);
        book.contact(shift.contact())
                .filter(it -> !it.roles().contains(shift.role()))
                .ifPresent(it -> faults.add(new Fault(
                        place + "/role", Reason.ROLE_NOT_HELD, shift.role().key())));
        if (others(book, id, Shift.class)
                .filter(it -> it.role() == shift.role() && it.contact().equals(shift.contact()))
                .anyMatch(shift::overlaps)) {
            faults.add(Fault.at(place + "/from", Reason.OVERLAPS));
        }
    }

    private static <T extends Item> Stream<T> others(ContactBook book, UUID id, Class<T> kind) {
        return book.others(id, kind);
    }

    private static void checkContact(ContactBook book, UUID contact, String place, List<Fault> faults) {
        if (book.contact(contact).isEmpty()) {
            faults.add(new Fault(place, Reason.UNKNOWN_CONTACT, contact.toString()));
        }
    }

    private static void checkTimes(Instant from, @Nullable Instant until, String place, List<Fault> faults) {
        if (until != null && !until.isAfter(from)) {
            faults.add(Fault.at(place + "/until", Reason.ENDS_BEFORE_IT_STARTS));
        }
    }
}
