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
 * Who must be told, worked out from what contacts-service answers: the second opinion on what escalation-service did.
 * Looked up once, when the incident is reported.
 */
final class AddressBook {
    private static final List<String> RELATIONS_TOLD = List.of("superior", "supervising", "cityBureau");
    private static final List<String> FIRST = List.of("reviewer", "ciso", "it-head");
    private static final List<String> NEXT = List.of("security-contact", "report-window");

    private final Suite.Doors doors;
    private final Map<String, JsonNode> agencies = new HashMap<>();
    private final Map<String, JsonNode> duties = new HashMap<>();
    private final Map<String, Map<UUID, Person>> people = new HashMap<>();
    private final Map<String, Map<UUID, List<UUID>>> deputies = new HashMap<>();

    AddressBook(Suite.Doors doors) {
        this.doors = doors;
    }

    JsonNode agency(String code) {
        return agencies.computeIfAbsent(
                code, it -> doors.get("/api/v1/agencies/" + it).must(200).json());
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
    List<String> toldOf(String agency) {
        Set<String> told = new LinkedHashSet<>();
        RELATIONS_TOLD.stream()
                .map(it -> related(agency, it))
                .filter(it -> !it.isEmpty())
                .forEach(told::add);
        return List.copyOf(told);
    }

    /** The on-duty reviewer, the CISO and the IT head. */
    List<Person> first(String agency) {
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
                it -> doors.get("/api/v1/agencies/" + it + "/duty").must(200).json());
    }

    /** For each the first deputy whom nobody has told yet, as far as there is one. */
    List<Person> deputiesOf(Collection<Person> before, Collection<Person> told) {
        List<Person> found = new ArrayList<>();
        for (Person person : before) {
            deputies(person.agency()).getOrDefault(person.contact(), List.of()).stream()
                    .map(it -> people(person.agency()).get(it))
                    .filter(it -> it != null && !told.contains(it) && !found.contains(it))
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
        return doors.get("/api/v1/agencies/" + agency + "/" + what + "?limit=200")
                .must(200)
                .json()
                .path("items");
    }

    /** Who it is, as far as anybody was looked up by this address. */
    String nameByMail(String mail) {
        return people.values().stream()
                .flatMap(agency -> agency.values().stream())
                .filter(person -> person.mail().equals(mail))
                .findFirst()
                .map(Person::shown)
                .orElse("");
    }
}
