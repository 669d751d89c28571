package org.tongbao.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.function.Predicate;

/** Whom escalation-service would notify, which it answers from its own copy of the directory. */
final class DryRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceClient client;
    private final String token;

    DryRuns(ServiceClient client, String token) {
        this.client = client;
        this.token = token;
    }

    /** Whether it knows the agency, its people, and who of them is on duty as a reviewer now. */
    Future<Boolean> knowsWhoIsOnDuty(String agency) {
        return dryRun(
                """
                {"agency": "%1$s", "level": 2, "occasion": "review-opened", "reviewing": "%1$s"}\
                """.formatted(agency),
                recipient -> recipient.path("agency").asText().equals(agency)
                        && recipient.path("because").asText().equals("ON_DUTY"));
    }

    /** Whether the report window of an agency has this name. */
    Future<Boolean> knowsReportWindow(String agency, String name) {
        return dryRun(
                """
                {"agency": "%s", "level": 3, "occasion": "information-requested"}\
                """.formatted(agency),
                recipient -> recipient.path("name").asText().equals(name));
    }

    private Future<Boolean> dryRun(String body, Predicate<JsonNode> expected) {
        return client.send(HttpMethod.POST, "dry-runs", token, Map.of("Content-Type", "application/json"), body)
                .map(response -> !isUnknownAgency(response)
                        && anyRecipient(response.requireSuccess().body(), expected));
    }

    private static boolean isUnknownAgency(ServiceClient.Response response) {
        return response.status() == 400 && response.body().contains("\"/agency\"");
    }

    private static boolean anyRecipient(String body, Predicate<JsonNode> expected) {
        try {
            for (JsonNode steps : JSON.readTree(body).findValues("told")) {
                for (JsonNode recipient : steps) {
                    if (expected.test(recipient)) {
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
