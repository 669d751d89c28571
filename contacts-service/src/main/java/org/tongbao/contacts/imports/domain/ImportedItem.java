package org.tongbao.contacts.imports.domain;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.ContactsByName;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contracts.procedure.Role;

/**
 * An item of a book as an import has it. What it leaves blank stays as it is.
 *
 * @param place where it stands in the import
 * @param id null when it is meant by what it says
 * @param fields what it says, by component of the item; a person as {@link ContactsByName.Named}, channels as
 *     {@link ImportedChannels}, a certificate as {@link ImportedCertificate}
 * @param broken whether part of it could not be read: then no more is given about it
 */
public record ImportedItem(
        String place, AgencyCode agency, @Nullable UUID id, ItemKind kind, Map<String, Object> fields, boolean broken) {
    // What stands for a field of a contact that is missing, so that whoever names the contact is not blamed for that.
    private static final Map<String, Object> UNSAID =
            Map.of("name", "", "employment", Employment.STAFF, "roles", Set.of(), "channels", List.of());

    public ImportedItem {
        fields = Map.copyOf(fields);
    }

    /** The item of the book that it means; empty for something new. */
    Optional<UUID> means(ContactBook book, ContactsByName people) {
        if (id != null) {
            return Optional.of(id);
        }
        if (kind == ItemKind.CONTACT) {
            return people.find(new ContactsByName.Named(null, (String) fields.get("name")));
        }
        Map<String, Object> known = new HashMap<>(fields);
        known.replaceAll((name, value) -> value instanceof ContactsByName.Named named
                ? people.find(named).<Object>map(it -> it).orElse(named)
                : value);
        return book.idOf(kind, known);
    }

    /**
     * The item as it shall be; empty when that cannot be given, and the errors say why.
     *
     * @param before null when it is new
     */
    public Optional<BookItem> over(@Nullable BookItem before, ContactsByName people, List<ValidationError> errors) {
        if (kind == ItemKind.CONTACT && id == null && fields.get("name") instanceof String name) {
            if (people.called(name).size() > 1) {
                errors.add(new ValidationError(place + "/name", ValidationError.Reason.SEVERAL_OF_THE_NAME, name));
            }
        }
        Map<String, Object> values = before == null ? new HashMap<>(kind.defaults()) : RecordFields.of(before);
        boolean whole = true;
        for (RecordComponent component : RecordFields.components(kind.type())) {
            String name = component.getName();
            Object given = fields.get(name);
            if (given instanceof ContactsByName.Named named) {
                Optional<UUID> person = people.find(named, place + "/" + name, errors);
                person.ifPresent(it -> values.put(name, it));
                whole &= person.isPresent();
            } else if (given instanceof ImportedChannels channels) {
                List<Channel> over = channels.over(channels(values));
                values.put(name, over);
            } else if (given instanceof ImportedCertificate certificate) {
                over(certificate, values, errors);
            } else if (given != null) {
                values.put(name, given);
            }
            if (isMissing(component, values) && !(given instanceof ContactsByName.Named)) {
                errors.add(ValidationError.at(place + "/" + name, ValidationError.Reason.MISSING));
                whole &= kind == ItemKind.CONTACT;
            }
        }
        if (kind == ItemKind.CONTACT) {
            UNSAID.forEach(values::putIfAbsent);
        }
        return whole ? Optional.of(RecordFields.create(kind.type(), values)) : Optional.empty();
    }

    private static boolean isMissing(RecordComponent component, Map<String, Object> values) {
        Object value = values.get(component.getName());
        return value == null && !RecordFields.isOptional(component)
                || component.getName().equals("channels") && List.of().equals(value);
    }

    private void over(ImportedCertificate certificate, Map<String, Object> values, List<ValidationError> errors) {
        if (!certificate.saysTheSame((Certificate) values.get("certificate"))) {
            certificate
                    .error(channels(values))
                    .ifPresent(it -> errors.add(ValidationError.at(place + "/certificate/value", it)));
            values.put("certificate", certificate.certificate());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Channel> channels(Map<String, Object> values) {
        return (List<Channel>) Objects.requireNonNullElse(values.get("channels"), List.of());
    }

    /** A contact that could not be read, and who may be named all the same. */
    Contact standIn() {
        return new Contact(
                Objects.requireNonNullElse((String) fields.get("name"), ""),
                null,
                Employment.DEDICATED,
                "zh-TW",
                Set.of(Role.values()),
                List.of());
    }
}
