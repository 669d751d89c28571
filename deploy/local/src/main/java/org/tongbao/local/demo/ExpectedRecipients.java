package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The expected recipients, computed from contacts-service: the second opinion on escalation-service.
 * Looked up once, when the incident is reported.
 */
final class ExpectedRecipients {
    private static final List<String> NOTIFIED_RELATIONS = List.of("superior", "supervising", "cityBureau");
    private static final List<String> FIRST = List.of("reviewer", "ciso", "it-head");
    private static final List<String> NEXT = List.of("security-contact", "report-window");

    private final Suite.Client client;
    private final Map<String, JsonNode> agencies = new HashMap<>();
    private final Map<String, JsonNode> duties = new HashMap<>();
    private final Map<String, Map<UUID, Person>> people = new HashMap<>();
    private final Map<String, Map<UUID, List<UUID>>> deputies = new HashMap<>();

    ExpectedRecipients(Suite.Client client) {
        this.client = client;
    }

    JsonNode agency(String code) {
        return agencies.computeIfAbsent(
                code, it -> client.get("/api/v1/agencies/" + it).expect(200).json());
    }

    String nameOf(String code) {
        return agency(code).path("name").asText() + "（" + code + "）";
    }

    String englishNameOf(String code) {
        return agency(code).path("nameEnglish").asText(code) + " (" + code + ")";
    }

    String related(String agency, String relation) {
        return agency(agency).path("relations").path(relation).asText();
    }

    /** 上級, 監督, 資訊局: one by one, each once. */
    List<String> notifiedAgencies(String agency) {
        Set<String> notified = new LinkedHashSet<>();
        NOTIFIED_RELATIONS.stream()
                .map(it -> related(agency, it))
                .filter(it -> !it.isEmpty())
                .forEach(notified::add);
        return List.copyOf(notified);
    }

    /** The on-duty reviewer, the CISO and the IT head. */
    List<Person> firstStep(String agency) {
        return holding(agency, FIRST);
    }

    List<Person> nextRoles(String agency) {
        return holding(agency, NEXT);
    }

    List<Person> dutyDesk(String agency) {
        return holding(agency, List.of("duty-desk"));
    }

    List<Person> reportWindow(String agency) {
        return holding(agency, List.of("report-window"));
    }

    /** Who holds any of the roles now, each once, in the order of the roles. */
    List<Person> holding(String agency, List<String> roles) {
        Map<UUID, Person> found = new LinkedHashMap<>();
        for (String role : roles) {
            for (JsonNode entry : duty(agency).path("roles")) {
                if (entry.path("role").asText().equals(role)) {
                    entry.path("holders").forEach(it -> acting(agency, it)
                            .ifPresent(person -> found.putIfAbsent(person.contact(), person)));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Optional<Person> acting(String agency, JsonNode holder) {
        String contact = holder.path("acting").path("contact").asText();
        return contact.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(people(agency).get(UUID.fromString(contact)));
    }

    private JsonNode duty(String agency) {
        return duties.computeIfAbsent(
                agency,
                it -> client.get("/api/v1/agencies/" + it + "/duty").expect(200).json());
    }

    /** The first deputy of each person who was not notified yet, if any. */
    List<Person> deputiesOf(Collection<Person> before, Collection<Person> notified) {
        List<Person> found = new ArrayList<>();
        for (Person person : before) {
            deputies(person.agency()).getOrDefault(person.contact(), List.of()).stream()
                    .map(it -> people(person.agency()).get(it))
                    .filter(it -> it != null && !notified.contains(it) && !found.contains(it))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private Map<UUID, List<UUID>> deputies(String agency) {
        return deputies.computeIfAbsent(agency, code -> {
            Map<UUID, List<UUID>> found = new HashMap<>();
            items(code, "deputies").forEach(it -> {
                List<UUID> ordered = new ArrayList<>();
                it.path("deputies").forEach(deputy -> ordered.add(UUID.fromString(deputy.asText())));
                found.put(UUID.fromString(it.path("contact").asText()), ordered);
            });
            return found;
        });
    }

    private Map<UUID, Person> people(String agency) {
        return people.computeIfAbsent(agency, code -> {
            Map<UUID, Person> found = new HashMap<>();
            items(code, "contacts").forEach(it -> {
                Person person = person(code, it);
                found.put(person.contact(), person);
            });
            return found;
        });
    }

    private static Person person(String agency, JsonNode it) {
        return new Person(
                agency,
                UUID.fromString(it.path("id").asText()),
                it.path("name").asText(),
                it.path("title").asText(),
                channel(it, "mail"),
                channel(it, "mobile"));
    }

    private static String channel(JsonNode contact, String type) {
        for (JsonNode channel : contact.path("channels")) {
            if (channel.path("type").asText().equals(type)) {
                return channel.path("value").asText();
            }
        }
        return "";
    }

    private JsonNode items(String agency, String what) {
        return client.get("/api/v1/agencies/" + agency + "/" + what + "?limit=200")
                .expect(200)
                .json()
                .path("items");
    }

    /** The person behind a mail address, as far as known here. */
    String nameByMail(String mail) {
        return people.values().stream()
                .flatMap(agency -> agency.values().stream())
                .filter(person -> person.mail().equals(mail))
                .findFirst()
                .map(Person::shown)
                .orElse("");
    }
}
