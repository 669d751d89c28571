package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Timing;
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
import org.tongbao.contacts.domain.people.Rotation;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;
import org.tongbao.platform.time.Clock;

/**
 * How one kind of item is read and shown, at its own endpoint and in an import.
 *
 * @param segment of the address, also the field of an import
 */
record Shape<B, T extends Item>(
        String segment,
        Class<T> kind,
        RequestBody<B> reader,
        Function<JsonNode, List<Fault>> faults,
        Function<B, T> item,
        BiFunction<UUID, T, Object> view) {
    private static final int OURS = 7;

    static Shape<ContactBody, Contact> contacts(Addresses addresses, Certificates certificates, Clock clock) {
        return new Shape<>(
                "contacts",
                Contact.class,
                reader(ContactBody.class, "schemas/contact.json"),
                tree -> ContactBody.faults(tree, addresses, certificates, clock.now()),
                body -> body.contact(addresses, certificates),
                ContactBody::of);
    }

    static Shape<DeputyshipBody, Deputyship> deputies() {
        return new Shape<>(
                "deputies",
                Deputyship.class,
                reader(DeputyshipBody.class, "schemas/deputyship.json"),
                tree -> List.of(),
                DeputyshipBody::deputyship,
                DeputyshipBody::of);
    }

    static Shape<AbsenceBody, Absence> absences() {
        return new Shape<>(
                "absences",
                Absence.class,
                reader(AbsenceBody.class, "schemas/absence.json"),
                tree -> List.of(),
                AbsenceBody::absence,
                AbsenceBody::of);
    }

    static Shape<ShiftBody, Shift> shifts(String segment) {
        return new Shape<>(
                segment,
                Shift.class,
                reader(ShiftBody.class, "schemas/shift.json"),
                tree -> List.of(),
                ShiftBody::shift,
                ShiftBody::of);
    }

    static Shape<RotationBody, Rotation> rotations() {
        return new Shape<>(
                "rotations",
                Rotation.class,
                reader(RotationBody.class, "schemas/rotation.json"),
                RotationBody::faults,
                RotationBody::rotation,
                RotationBody::of);
    }

    static Shape<OverrideBody, DutyOverride> overrides() {
        return new Shape<>(
                "overrides",
                DutyOverride.class,
                reader(OverrideBody.class, "schemas/override.json"),
                tree -> List.of(),
                OverrideBody::override,
                OverrideBody::of);
    }

    static Shape<SwapBody, DutySwap> swaps() {
        return new Shape<>(
                "swaps",
                DutySwap.class,
                reader(SwapBody.class, "schemas/swap.json"),
                tree -> List.of(),
                SwapBody::swap,
                SwapBody::of);
    }

    static Shape<AccountBody, ContactAccount> accounts() {
        return new Shape<>(
                "accounts",
                ContactAccount.class,
                reader(AccountBody.class, "schemas/account.json"),
                tree -> List.of(),
                AccountBody::account,
                AccountBody::of);
    }

    static Shape<HolidaysBody, HolidayCalendar> holidays() {
        return new Shape<>(
                "holidays",
                HolidayCalendar.class,
                reader(HolidaysBody.class, "schemas/holidays.json"),
                HolidaysBody::faults,
                HolidaysBody::calendar,
                HolidaysBody::of);
    }

    private static <B> RequestBody<B> reader(Class<B> type, String schema) {
        return RequestBody.of(type, schema, Refusals.SLUG, Refusals.TITLE);
    }

    /** An item as it was sent, and from when it shall hold. */
    record Sent<T>(T item, Timing timing) {}

    /** Reads a body sent to a new item's endpoint. */
    Sent<T> read(byte[] body) {
        return read(reader.tree(body), null);
    }

    /** Reads a body sent to an item's own address. */
    Sent<T> read(byte[] body, UUID id) {
        return read(reader.tree(body), id);
    }

    JsonNode tree(byte[] body) {
        return reader.tree(body);
    }

    /** Reads one item of an import, which may carry an id of its own. */
    Sent<T> readImported(JsonNode tree) {
        return read(tree, idOf(tree));
    }

    Sent<T> read(JsonNode tree, @Nullable UUID id) {
        T read = item.apply(reader.read(tree, it -> violations(it, id)));
        return new Sent<>(read, Times.timing(tree));
    }

    static @Nullable UUID idOf(JsonNode tree) {
        String text = tree.path("id").asText("");
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null; // the schema says that it is no UUID
        }
    }

    private List<Violation> violations(JsonNode tree, @Nullable UUID id) {
        List<Fault> wrongId = new ArrayList<>();
        boolean isOther = tree.has("id") && (id == null || !id.equals(idOf(tree)));
        if (isOther || id != null && id.version() != OURS) {
            wrongId.add(Fault.at("/id", Fault.Reason.WRONG_ID));
        }
        return Refusals.violations(
                Stream.concat(wrongId.stream(), faults.apply(tree).stream()).toList());
    }

    Object show(UUID id, Item shown) {
        return view.apply(id, kind.cast(shown));
    }
}
