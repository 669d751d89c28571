package org.tongbao.contacts.domain.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Role;

/** A contact of an import. Without an id it is the one of that name. */
public record ImportedContact(
        String place,
        AgencyCode agency,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String title,
        @Nullable Employment employment,
        @Nullable String language,
        @Nullable Set<Role> roles,
        @Nullable ImportedChannels channels,
        @Nullable Set<Actor> seats,
        @Nullable ImportedCertificate certificate,
        boolean broken)
        implements ImportedItem {
    private static final String DEFAULT_LANGUAGE = "zh-TW";
    private static final Contact UNSAID =
            new Contact("", null, Employment.STAFF, DEFAULT_LANGUAGE, Set.of(), List.of());

    @Override
    public Class<? extends Item> kind() {
        return Contact.class;
    }

    @Override
    public Optional<UUID> means(ContactBook book, People people) {
        return people.find(new People.Named(null, name));
    }

    @Override
    public Optional<Item> over(@Nullable Item known, People people, List<Fault> faults) {
        if (id == null && name != null && people.called(name).size() > 1) {
            faults.add(new Fault(place + "/name", Fault.Reason.SEVERAL_OF_THE_NAME, name));
        }
        if (known == null) {
            demand(name, "/name", faults);
            demand(employment, "/employment", faults);
            demand(roles, "/roles", faults);
        }
        Contact before = known instanceof Contact contact ? contact : UNSAID;
        List<Channel> reachedBy = channels == null ? before.channels() : channels.over(before.channels());
        if (reachedBy.isEmpty()) {
            faults.add(Fault.at(place + "/channels", Fault.Reason.MISSING));
        }
        return Optional.of(new Contact(
                Objects.requireNonNullElse(name, before.name()),
                title == null ? before.title() : title,
                Objects.requireNonNullElse(employment, before.employment()),
                Objects.requireNonNullElse(language, before.language()),
                Objects.requireNonNullElse(roles, before.roles()),
                reachedBy,
                Objects.requireNonNullElse(seats, before.seats()),
                certificateOver(before.certificate(), reachedBy, faults)));
    }

    private @Nullable Certificate certificateOver(
            @Nullable Certificate before, List<Channel> reachedBy, List<Fault> faults) {
        if (certificate == null || certificate.saysTheSame(before)) {
            return before;
        }
        certificate.fault(reachedBy).ifPresent(it -> faults.add(Fault.at(place + "/certificate/value", it)));
        return certificate.certificate();
    }

    private void demand(@Nullable Object value, String field, List<Fault> faults) {
        if (value == null) {
            faults.add(Fault.at(place + field, Fault.Reason.MISSING));
        }
    }

    /** Somebody who could not be read, and who may be named all the same. */
    Contact standIn() {
        return new Contact(
                Objects.requireNonNullElse(name, ""),
                null,
                Employment.DEDICATED,
                DEFAULT_LANGUAGE,
                Set.of(Role.values()),
                List.of());
    }
}
