package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contracts.procedure.Role;

/** The people of one agency: everything that changes together and is published together. */
public final class ContactBook {
    private final AgencyCode agency;
    private final long version;
    private final Map<UUID, Versioned<BookItem>> items;

    /**
     * @param version of the entry published last, 0 before the first
     */
    public ContactBook(AgencyCode agency, long version, Map<UUID, Versioned<BookItem>> items) {
        this.agency = agency;
        this.version = version;
        this.items = new LinkedHashMap<>(items);
    }

    /** The book without what has ended: deputies, absences and shifts of the past. */
    public ContactBook since(Instant now) {
        Map<UUID, Versioned<BookItem>> kept = new LinkedHashMap<>(items);
        kept.values().removeIf(it -> it.value().hasEnded(now));
        return new ContactBook(agency, version, kept);
    }

    /** The same as if this item had never been filed. */
    public ContactBook without(UUID id) {
        Map<UUID, Versioned<BookItem>> others = new LinkedHashMap<>(items);
        others.remove(id);
        return new ContactBook(agency, version, others);
    }

    /** The same to try something out on, or to keep as it was. */
    public ContactBook copy() {
        return new ContactBook(agency, version, items);
    }

    public AgencyCode agency() {
        return agency;
    }

    public long version() {
        return version;
    }

    /** New, changed, or (empty) as it was. */
    public Optional<BookChange> file(UUID id, BookItem item, Precondition precondition) {
        Versioned<BookItem> known = items.get(id);
        if (known != null && !known.value().getClass().equals(item.getClass())) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
        boolean changes = known == null || !known.value().equals(item);
        precondition.check(known == null ? null : known.revision(), changes);
        if (known == null) {
            items.put(id, new Versioned<>(item, 1));
            return Optional.of(new BookChange.Filed(id, item));
        }
        if (!changes) {
            return Optional.empty();
        }
        Versioned<BookItem> replaced = new Versioned<>(item, known.revision() + 1);
        items.put(id, replaced);
        return Optional.of(new BookChange.Replaced(id, known.value(), item, replaced.revision()));
    }

    /** Takes an item out. A contact goes only when nothing to come names it: a gap in the roster must not open unseen. */
    public BookChange remove(UUID id, Class<? extends BookItem> kind, Precondition precondition, Instant now) {
        Versioned<BookItem> known = items.get(id);
        if (known == null || !kind.isInstance(known.value())) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
        precondition.check(known.revision(), true);
        if (known.value() instanceof Contact && isNamed(id, now)) {
            throw new Refused(Refused.Reason.IN_USE);
        }
        items.remove(id);
        return new BookChange.Removed(id, known.value());
    }

    private boolean isNamed(UUID contact, Instant now) {
        return items.values().stream()
                .map(Versioned::value)
                .anyMatch(it -> !it.hasEnded(now) && it.needs(contact, now));
    }

    /** The item of the kind that agrees with these components in all that identify it. */
    public Optional<UUID> idOf(ItemKind kind, Map<String, ?> fields) {
        if (kind.identity().isEmpty() || !fields.keySet().containsAll(kind.identity())) {
            return Optional.empty();
        }
        return items.entrySet().stream()
                .filter(it -> kind.type().isInstance(it.getValue().value()))
                .filter(it -> agrees(RecordFields.of(it.getValue().value()), fields, kind.identity()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean agrees(Map<String, ?> known, Map<String, ?> fields, List<String> identity) {
        return identity.stream().allMatch(it -> Objects.equals(known.get(it), fields.get(it)));
    }

    public <T extends BookItem> Optional<Versioned<T>> find(UUID id, Class<T> kind) {
        Versioned<BookItem> known = items.get(id);
        return known != null && kind.isInstance(known.value())
                ? Optional.of(new Versioned<>(kind.cast(known.value()), known.revision()))
                : Optional.empty();
    }

    public Optional<Contact> contact(@Nullable UUID id) {
        return Optional.ofNullable(id).flatMap(it -> find(it, Contact.class)).map(Versioned::value);
    }

    /** By id, the order in which they were filed. */
    public <T extends BookItem> Map<UUID, T> items(Class<T> kind) {
        Map<UUID, T> found = new LinkedHashMap<>();
        items.entrySet().stream()
                .filter(it -> kind.isInstance(it.getValue().value()))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(UUID::toString)))
                .forEach(it -> found.put(it.getKey(), kind.cast(it.getValue().value())));
        return found;
    }

    /** All of a kind but one, in no order. */
    <T extends BookItem> Stream<T> others(UUID id, Class<T> kind) {
        return items.entrySet().stream()
                .filter(it ->
                        kind.isInstance(it.getValue().value()) && !it.getKey().equals(id))
                .map(it -> kind.cast(it.getValue().value()));
    }

    public <T extends BookItem> Stream<T> all(Class<T> kind) {
        return items.values().stream()
                .map(Versioned::value)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    public List<UUID> holders(Role role) {
        return items(Contact.class).entrySet().stream()
                .filter(it -> it.getValue().roles().contains(role))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What shows that an address of a contact reaches it; empty when nothing does. */
    public Optional<ChannelProof> proof(UUID contact, Channel channel) {
        return all(ChannelProof.class)
                .filter(it -> it.contact().equals(contact) && it.channel().equals(channel))
                .findFirst();
    }

    /** The addresses of a contact that were shown to reach it, as far as somebody can be notified by them. */
    public List<Channel> provenChannels(UUID contact) {
        return contact(contact).stream()
                .flatMap(it -> it.channels().stream())
                .filter(it -> it.type().isNotifiable() && proof(contact, it).isPresent())
                .toList();
    }

    /** Whether tokens of this subject are the contact's. */
    public boolean isAccountOf(String subject, UUID contact) {
        return all(ContactAccount.class)
                .anyMatch(it -> it.contact().equals(contact) && it.subject().equals(subject));
    }

    /** Who does a contact's work at an instant: itself, the stand-in, or the first deputy who is there. */
    public Optional<UUID> actsFor(UUID contact, Instant at) {
        Optional<Absence> absence = absence(contact, at);
        if (absence.isEmpty()) {
            return Optional.of(contact);
        }
        return Stream.concat(
                        Stream.ofNullable(absence.get().standIn()),
                        all(Deputyship.class)
                                .filter(it -> it.contact().equals(contact) && it.holdsAt(at))
                                .flatMap(it -> it.deputies().stream()))
                .filter(it -> absence(it, at).isEmpty())
                .findFirst();
    }

    private Optional<Absence> absence(UUID contact, Instant at) {
        return all(Absence.class)
                .filter(it -> it.contact().equals(contact) && it.holdsAt(at))
                .findFirst();
    }
}
