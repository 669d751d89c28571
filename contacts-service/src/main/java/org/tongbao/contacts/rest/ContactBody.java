package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.people.Addresses;
import org.tongbao.contacts.domain.people.Certificate;
import org.tongbao.contacts.domain.people.Certificates;
import org.tongbao.contacts.domain.people.Channel;
import org.tongbao.contacts.domain.people.ChannelType;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.Employment;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/** A contact as it is sent and shown; {@code schemas/contact.json} says what may stand in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contact")
record ContactBody(
        @Nullable UUID id,
        String name,
        @Nullable String title,
        String employment,
        @Nullable String language,
        List<String> roles,
        List<ChannelBody> channels,
        @Nullable List<String> teamRoles,
        @Nullable CertificateBody certificate,
        @Nullable OffsetDateTime effectiveFrom,
        @Nullable String reason) {
    private static final String DEFAULT_LANGUAGE = "zh-TW";

    record ChannelBody(String type, String value) {}

    /**
     * @param value one S/MIME certificate in PEM, or one OpenPGP public key in ASCII armour
     * @param type {@code smime} or {@code openpgp}, worked out
     * @param fingerprint worked out
     * @param expires worked out; absent when it never does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificateBody(
            String value,
            @Nullable String type,
            @Nullable String fingerprint,
            @Nullable OffsetDateTime expires) {
        static @Nullable CertificateBody of(@Nullable Certificate certificate) {
            return certificate == null
                    ? null
                    : new CertificateBody(
                            certificate.text(),
                            certificate.type().key(),
                            certificate.fingerprint(),
                            Times.shownOrNull(certificate.expires()));
        }
    }

    static ContactBody of(UUID id, Contact contact) {
        return new ContactBody(
                id,
                contact.name(),
                contact.title(),
                contact.employment().key(),
                contact.language(),
                contact.roles().stream().sorted().map(Role::key).toList(),
                contact.channels().stream()
                        .map(it -> new ChannelBody(it.type().key(), it.value()))
                        .toList(),
                contact.seats().isEmpty()
                        ? null
                        : contact.seats().stream().sorted().map(Actor::key).toList(),
                CertificateBody.of(contact.certificate()),
                null,
                null);
    }

    /** Addresses that are none, and a certificate that cannot be used, by the place where they stand. */
    static List<Fault> faults(JsonNode tree, Addresses addresses, Certificates certificates, Instant now) {
        List<Fault> faults = new ArrayList<>();
        JsonNode channels = tree.path("channels");
        for (int i = 0; i < channels.size(); i++) {
            JsonNode value = channels.path(i).path("value");
            Optional<ChannelType> type =
                    Keyed.find(ChannelType.class, channels.path(i).path("type").asText());
            if (type.isPresent()
                    && value.isTextual()
                    && addresses.written(type.get(), value.textValue()).isEmpty()) {
                faults.add(Fault.at("/channels/" + i + "/value", Addresses.faultOf(type.get())));
            }
        }
        JsonNode certificate = tree.path("certificate").path("value");
        if (certificate.isTextual()) {
            certificates
                    .read(certificate.textValue())
                    .map(it -> it.fault(mailAddresses(channels), now))
                    .orElse(Optional.of(Fault.Reason.WRONG_CERTIFICATE))
                    .ifPresent(it -> faults.add(Fault.at("/certificate/value", it)));
        }
        return faults;
    }

    private static List<String> mailAddresses(JsonNode channels) {
        List<String> addresses = new ArrayList<>();
        channels.forEach(it -> {
            if (it.path("type").asText().equals(ChannelType.MAIL.key())) {
                addresses.add(it.path("value").asText());
            }
        });
        return addresses;
    }

    Contact contact(Addresses addresses, Certificates certificates) {
        return new Contact(
                name,
                title,
                Keyed.find(Employment.class, employment).orElseThrow(),
                Objects.requireNonNullElse(language, DEFAULT_LANGUAGE),
                roles.stream()
                        .map(it -> Keyed.find(Role.class, it).orElseThrow())
                        .collect(Collectors.toSet()),
                channels.stream().map(it -> channel(it, addresses)).toList(),
                Objects.requireNonNullElse(teamRoles, List.<String>of()).stream()
                        .map(it -> Keyed.find(Actor.class, it).orElseThrow())
                        .collect(Collectors.toSet()),
                certificate == null
                        ? null
                        : certificates.read(certificate.value()).orElseThrow().certificate());
    }

    private static Channel channel(ChannelBody body, Addresses addresses) {
        ChannelType type = Keyed.find(ChannelType.class, body.type()).orElseThrow();
        return new Channel(type, addresses.written(type, body.value()).orElseThrow());
    }
}
