package org.tongbao.contacts.domain.people;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contracts.procedure.Role;

/**
 * An item of a book as an import has it. What it leaves blank stays as it is.
 *
 * @param place where it stands in the import
 * @param id null when it is meant by what it says
 * @param fields what it says, by component of the item; a person as {@link People.Named}, channels as
 *     {@link ImportedChannels}, a certificate as {@link ImportedCertificate}
 * @param broken whether part of it could not be read: then no more is said about it
 */
public record ImportedItem(
        String place, AgencyCode agency, @Nullable UUID id, Kind kind, Map<String, Object> fields, boolean broken) {
    // What stands for a field of a contact that is missing, so that whoever names the contact is not blamed for that.
    private static final Map<String, Object> UNSAID =
            Map.of("name", "", "employment", Employment.STAFF, "roles", Set.of(), "channels", List.of());

    public ImportedItem {
        fields = Map.copyOf(fields);
    }

    /** The item of the book that it means; empty for something new. */
    Optional<UUID> means(ContactBook book, People people) {
        if (id != null) {
            return Optional.of(id);
        }
        if (kind == Kind.CONTACT) {
            return people.find(new People.Named(null, (String) fields.get("name")));
        }
        Map<String, Object> known = new HashMap<>(fields);
        known.replaceAll((name, value) -> value instanceof People.Named named
                ? people.find(named).<Object>map(it -> it).orElse(named)
                : value);
        return book.idOf(kind, known);
    }

    /**
     * The item as it shall be; empty when that cannot be said, and the faults say why.
     *
     * @param before null when it is new
     */
    Optional<Item> over(@Nullable Item before, People people, List<Fault> faults) {
        if (kind == Kind.CONTACT && id == null && fields.get("name") instanceof String name) {
            if (people.called(name).size() > 1) {
                faults.add(new Fault(place + "/name", Fault.Reason.SEVERAL_OF_THE_NAME, name));
            }
        }
        Map<String, Object> values = before == null ? new HashMap<>(kind.defaults()) : RecordFields.of(before);
        boolean whole = true;
        for (RecordComponent component : RecordFields.components(kind.type())) {
            String name = component.getName();
            Object said = fields.get(name);
            if (said instanceof People.Named named) {
                Optional<UUID> person = people.find(named, place + "/" + name, faults);
                person.ifPresent(it -> values.put(name, it));
                whole &= person.isPresent();
            } else if (said instanceof ImportedChannels channels) {
                List<Channel> over = channels.over(channels(values));
                values.put(name, over);
            } else if (said instanceof ImportedCertificate certificate) {
                over(certificate, values, faults);
            } else if (said != null) {
                values.put(name, said);
            }
            if (isMissing(component, values) && !(said instanceof People.Named)) {
                faults.add(Fault.at(place + "/" + name, Fault.Reason.MISSING));
                whole &= kind == Kind.CONTACT;
            }
        }
        if (kind == Kind.CONTACT) {
            UNSAID.forEach(values::putIfAbsent);
        }
        return whole ? Optional.of(RecordFields.create(kind.type(), values)) : Optional.empty();
    }

    private static boolean isMissing(RecordComponent component, Map<String, Object> values) {
        Object value = values.get(component.getName());
        return value == null && !RecordFields.isOptional(component)
                || component.getName().equals("channels") && List.of().equals(value);
    }

    private void over(ImportedCertificate certificate, Map<String, Object> values, List<Fault> faults) {
        if (!certificate.saysTheSame((Certificate) values.get("certificate"))) {
            certificate.fault(channels(values)).ifPresent(it -> faults.add(Fault.at(place + "/certificate/value", it)));
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
