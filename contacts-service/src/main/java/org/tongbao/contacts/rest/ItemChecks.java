package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contacts.channel.domain.Addresses;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.channel.domain.PhoneNumbers;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.time.Clock;

/** What the schemas of items cannot say, by the place where it stands. */
@ApplicationScoped
class ItemChecks {
    private final Addresses addresses;
    private final Certificates certificates;
    private final Clock clock;

    ItemChecks(PhoneNumbers phoneNumbers, Certificates certificates, Clock clock) {
        this.addresses = new Addresses(phoneNumbers);
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Addresses that are none, and a certificate that cannot be used. */
    List<ValidationError> contact(JsonNode tree) {
        List<ValidationError> errors = new ArrayList<>();
        JsonNode channels = tree.path("channels");
        for (int i = 0; i < channels.size(); i++) {
            JsonNode value = channels.path(i).path("value");
            Optional<ChannelType> type =
                    Keyed.find(ChannelType.class, channels.path(i).path("type").asText());
            if (type.isPresent()
                    && value.isTextual()
                    && addresses.written(type.get(), value.textValue()).isEmpty()) {
                errors.add(ValidationError.at("/channels/" + i + "/value", Addresses.errorOf(type.get())));
            }
        }
        JsonNode certificate = tree.path("certificate").path("value");
        if (certificate.isTextual()) {
            certificates
                    .read(certificate.textValue())
                    .map(it -> it.error(mailAddresses(channels), clock.now()))
                    .orElse(Optional.of(ValidationError.Reason.WRONG_CERTIFICATE))
                    .ifPresent(it -> errors.add(ValidationError.at("/certificate/value", it)));
        }
        return errors;
    }

    private static List<String> mailAddresses(JsonNode channels) {
        List<String> mailAddresses = new ArrayList<>();
        channels.forEach(it -> {
            if (it.path("type").asText().equals(ChannelType.MAIL.key())) {
                mailAddresses.add(it.path("value").asText());
            }
        });
        return mailAddresses;
    }

    static List<ValidationError> rotation(JsonNode tree) {
        JsonNode zone = tree.path("zone");
        return zone.isTextual() && !AgencyFormat.isZone(zone.textValue())
                ? List.of(new ValidationError("/zone", ValidationError.Reason.UNKNOWN_ZONE, zone.textValue()))
                : List.of();
    }

    /** Days that stand in a calendar twice. */
    static List<ValidationError> holidays(JsonNode tree) {
        List<ValidationError> errors = new ArrayList<>();
        Set<String> named = new HashSet<>();
        JsonNode days = tree.path("days");
        for (int i = 0; i < days.size(); i++) {
            String date = days.path(i).path("date").asText();
            if (!named.add(date)) {
                errors.add(new ValidationError("/days/" + i, ValidationError.Reason.NAMED_TWICE, date));
            }
        }
        return errors;
    }
}
