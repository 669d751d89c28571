package org.tongbao.contacts.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongbao.contacts.domain.people.Absence;
import org.tongbao.contacts.domain.people.Addresses;
import org.tongbao.contacts.domain.people.Certificates;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.ContactAccount;
import org.tongbao.contacts.domain.people.Deputyship;
import org.tongbao.contacts.domain.people.DutyOverride;
import org.tongbao.contacts.domain.people.DutySwap;
import org.tongbao.contacts.domain.people.HolidayCalendar;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.PhoneNumbers;
import org.tongbao.contacts.domain.people.Rotation;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.platform.time.Clock;

/** The formats of everything in a book. */
@ApplicationScoped
class Shapes {
    private final Shape<ContactBody, Contact> contacts;
    private final Shape<DeputyshipBody, Deputyship> deputies = Shape.deputies();
    private final Shape<AbsenceBody, Absence> absences = Shape.absences();
    private final Shape<ShiftBody, Shift> roster = Shape.shifts("roster");
    private final Shape<RotationBody, Rotation> rotations = Shape.rotations();
    private final Shape<OverrideBody, DutyOverride> overrides = Shape.overrides();
    private final Shape<SwapBody, DutySwap> swaps = Shape.swaps();
    private final Shape<AccountBody, ContactAccount> accounts = Shape.accounts();
    private final Shape<HolidaysBody, HolidayCalendar> holidays = Shape.holidays();

    Shapes(PhoneNumbers phoneNumbers, Certificates certificates, Clock clock) {
        contacts = Shape.contacts(new Addresses(phoneNumbers), certificates, clock);
    }

    Shape<ContactBody, Contact> contacts() {
        return contacts;
    }

    Shape<DeputyshipBody, Deputyship> deputies() {
        return deputies;
    }

    Shape<AbsenceBody, Absence> absences() {
        return absences;
    }

    Shape<ShiftBody, Shift> roster() {
        return roster;
    }

    Shape<RotationBody, Rotation> rotations() {
        return rotations;
    }

    Shape<OverrideBody, DutyOverride> overrides() {
        return overrides;
    }

    Shape<SwapBody, DutySwap> swaps() {
        return swaps;
    }

    Shape<AccountBody, ContactAccount> accounts() {
        return accounts;
    }

    Shape<HolidaysBody, HolidayCalendar> holidays() {
        return holidays;
    }

    /** How an item is shown; empty for one without a endpoint of its own. */
    Optional<Shape<?, ?>> of(Item item) {
        return Stream.<Shape<?, ?>>of(
                        contacts, deputies, absences, roster, rotations, overrides, swaps, accounts, holidays)
                .filter(it -> it.kind().isInstance(item))
                .findFirst();
    }
}
