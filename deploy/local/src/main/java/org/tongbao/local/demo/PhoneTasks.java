package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The duty desk's call sheet. */
final class PhoneTasks {
    private final Suite.Client desk;
    private final Set<String> seen = new HashSet<>();

    PhoneTasks(Suite.Client desk) {
        this.desk = desk;
    }

    /** Claims the recipients of new tasks of a step, once there are as many as expected or on timeout. */
    List<String> newTasks(String incident, String rule, LadderPosition position, int expected) {
        Poll.until(DemoIncident.DELIVERY_TIMEOUT, () -> Optional.of(unseen(incident, rule, position))
                .filter(it -> it.size() >= expected));
        List<JsonNode> found = unseen(incident, rule, position);
        found.forEach(it -> seen.add(it.path("id").asText()));
        return found.stream().map(PhoneTasks::shown).toList();
    }

    private List<JsonNode> unseen(String incident, String rule, LadderPosition position) {
        return tasks(incident).stream()
                .filter(it -> it.path("rule").asText().equals(rule))
                .filter(it -> position.is(it.path("because").asText()))
                .filter(it -> !seen.contains(it.path("id").asText()))
                .toList();
    }

    /** Calls that are still to be made. */
    List<String> open(String incident) {
        return tasks(incident).stream().map(PhoneTasks::shown).toList();
    }

    void recordAnswered(String incident, Person person, String code) {
        result(incident, person, "{\"outcome\": \"ANSWERED\", \"code\": \"" + code + "\"}");
    }

    void recordNoAnswer(String incident, Person person) {
        result(incident, person, "{\"outcome\": \"NO_ANSWER\"}");
    }

    private void result(String incident, Person person, String result) {
        JsonNode task = tasks(incident).stream()
                .filter(it -> shown(it).equals(shown(person)))
                .findFirst()
                .orElseThrow(() -> new ScenarioAborted("沒有這個人的電話任務 no phone task for " + person.shown()));
        desk.post("/api/v1/phone-tasks/" + task.path("id").asText() + "/result", result)
                .expect(200);
    }

    private List<JsonNode> tasks(String incident) {
        List<JsonNode> tasks = new ArrayList<>();
        desk.get("/api/v1/phone-tasks?incident=" + incident + "&limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(tasks::add);
        return tasks;
    }

    private static String shown(JsonNode task) {
        return task.at("/to/agency").asText() + " " + task.at("/to/name").asText();
    }

    static String shown(Person person) {
        return person.agency() + " " + person.name();
    }
}
