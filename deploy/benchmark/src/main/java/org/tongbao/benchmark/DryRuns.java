package org.tongbao.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.function.Predicate;

/** Whom escalation-service would tell, which it answers from its own copy of the directory. */
final class DryRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Door door;
    private final String token;

    DryRuns(Door door, String token) {
        this.door = door;
        this.token = token;
    }

    /** Whether it knows the agency, its people, and who of them is on duty as a reviewer now. */
    Future<Boolean> knowsWhoIsOnDuty(String agency) {
        return tells(
                """
                {"agency": "%1$s", "level": 2, "occasion": "review-opened", "reviewing": "%1$s"}""".formatted(agency),
                told -> told.path("agency").asText().equals(agency)
                        && told.path("because").asText().equals("ON_DUTY"));
    }

    /** Whether the report window of an agency has this name. */
    Future<Boolean> knowsReportWindow(String agency, String name) {
        return tells("""
                {"agency": "%s", "level": 3, "occasion": "information-requested"}""".formatted(agency), told -> told.path("name").asText().equals(name));
    }

    private Future<Boolean> tells(String body, Predicate<JsonNode> expected) {
        return door.send(HttpMethod.POST, "dry-runs", token, Map.of("Content-Type", "application/json"), body)
                .map(answer -> !isUnknownAgency(answer)
                        && anyTold(answer.demandSuccess().body(), expected));
    }

    private static boolean isUnknownAgency(Door.Answer answer) {
        return answer.status() == 400 && answer.body().contains("\"/agency\"");
    }

    private static boolean anyTold(String body, Predicate<JsonNode> expected) {
        try {
            for (JsonNode steps : JSON.readTree(body).findValues("told")) {
                for (JsonNode told : steps) {
                    if (expected.test(told)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
