package org.tongbao.escalation.stage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.Topics;

/**
 * A small Taipei: 資安署 above the city, its bureau 資訊局 beside the offices, and a county that has no part in it. Each agency
 * has a reviewer on duty, a CISO, an IT head, a report window and a duty desk, and a deputy for the CISO.
 */
public final class Directory {
    public static final String ROOT = "ACS";
    public static final String CITY = "TPE";
    public static final String BUREAU = "TPE-DOIT";
    public static final String OFFICE = "TPE-EDU";
    public static final String SIBLING = "TPE-CIVIL";
    public static final String STRANGER = "HUA";
    public static final List<String> ROLES = List.of("reviewer", "ciso", "it-head", "report-window", "duty-desk");

    private static final List<AgencyEntry> AGENCIES = List.of(
            entry(ROOT, List.of(ROOT), null, null),
            entry(CITY, List.of(ROOT, CITY), ROOT, null),
            entry(BUREAU, List.of(ROOT, CITY, BUREAU), CITY, null),
            entry(OFFICE, List.of(ROOT, CITY, OFFICE), CITY, BUREAU),
            entry(SIBLING, List.of(ROOT, CITY, SIBLING), CITY, BUREAU),
            entry(STRANGER, List.of(ROOT, STRANGER), ROOT, null));

    private Directory() {}

    /** Published whole, and read by the service. */
    public static void publish(Events events) {
        AGENCIES.forEach(events::send);
        AGENCIES.forEach(it -> send(events, contacts(it.agency(), 1)));
        AGENCIES.forEach(
                it -> Look.soon().until(() -> Look.texts("select agency from contacts where agency = ?", it.agency())
                        .contains(it.agency())));
    }

    public static void send(Events events, ContactsEntry entry) {
        events.send(new ProducerRecord<>(
                Topics.CONTACTS, entry.agency(), EventJson.write(entry).getBytes(StandardCharsets.UTF_8)));
    }

    public static UUID contact(String agency, String role) {
        return UUID.nameUUIDFromBytes((agency + ":" + role).getBytes(StandardCharsets.UTF_8));
    }

    public static String mail(String agency, String role) {
        return role + "@" + agency.toLowerCase(java.util.Locale.ROOT) + ".example.test";
    }

    public static String name(String agency, String role) {
        return role + "-of-" + agency;
    }

    public static ContactsEntry contacts(String agency, long version) {
        Instant start = Instant.now().minus(Duration.ofDays(1));
        List<ContactsEntry.Contact> people = new ArrayList<>();
        ROLES.forEach(role -> people.add(person(agency, role, List.of(role))));
        people.add(person(agency, "deputy", List.of()));
        return new ContactsEntry(
                agency,
                version,
                people,
                List.of(new ContactsEntry.Deputyship(
                        contact(agency, "ciso"), List.of(contact(agency, "deputy")), start, null)),
                List.of(),
                List.of(new ContactsEntry.Duty(
                        "reviewer", contact(agency, "reviewer"), start, start.plus(Duration.ofDays(30)))));
    }

    public static ContactsEntry.Contact person(String agency, String who, List<String> roles) {
        return new ContactsEntry.Contact(
                contact(agency, who),
                name(agency, who),
                null,
                "zh-TW",
                roles,
                List.of(
                        new ContactsEntry.Channel("mail", mail(agency, who), true),
                        new ContactsEntry.Channel("mobile", "+886-900-000-101", true)));
    }

    public static AgencyEntry entry(
            String code, List<String> path, @Nullable String superior, @Nullable String receiving) {
        return new AgencyEntry(
                code,
                1,
                1,
                "機關 " + code,
                "Agency " + code,
                "subordinate",
                "s2-taipei-113",
                path,
                new AgencyEntry.Relations(superior, superior, receiving, null, receiving, List.of()),
                "B",
                "Asia/Taipei",
                List.of("zh-TW"));
    }
}
