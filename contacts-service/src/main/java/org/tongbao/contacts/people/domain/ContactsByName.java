package org.tongbao.contacts.people.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.ValidationError;

/** The contacts of a book by name, since people who fill in a sheet know names and no ids. */
public final class ContactsByName {
    private final Map<String, List<UUID>> byName = new HashMap<>();

    public ContactsByName(ContactBook book) {
        book.items(Contact.class).forEach((id, contact) -> add(id, contact));
    }

    /** Somebody named by id or by name. */
    public record Named(@Nullable UUID id, @Nullable String name) {}

    public void replace(UUID id, @Nullable Contact before, Contact contact) {
        if (before != null) {
            byName.getOrDefault(before.name(), new ArrayList<>()).remove(id);
        }
        add(id, contact);
    }

    private void add(UUID id, Contact contact) {
        byName.computeIfAbsent(contact.name(), ignored -> new ArrayList<>()).add(id);
    }

    public List<UUID> called(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Who is meant, when it is clear. */
    public Optional<UUID> find(@Nullable Named named) {
        if (named == null || named.id() != null || named.name() == null) {
            return named == null ? Optional.empty() : Optional.ofNullable(named.id());
        }
        List<UUID> found = called(named.name());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The same, and a error when it is not clear. Whether there is anybody of an id is for {@link BookRules} to say. */
    public Optional<UUID> find(Named named, String place, List<ValidationError> errors) {
        Optional<UUID> found = find(named);
        if (found.isEmpty() && named.name() != null) {
            boolean nobody = called(named.name()).isEmpty();
            errors.add(new ValidationError(
                    place,
                    nobody ? ValidationError.Reason.UNKNOWN_CONTACT : ValidationError.Reason.SEVERAL_OF_THE_NAME,
                    named.name()));
        }
        return found;
    }
}
