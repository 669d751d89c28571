package org.tongbao.escalation.stage;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.embedded.TestTokens;

/** Who asks at the doors, each with a real token. */
public final class Doors {
    public static final String NOTICES = "/api/v1/notices";
    public static final String PHONE_TASKS = "/api/v1/phone-tasks";
    public static final String DIRECTORY_MESSAGES = "/api/v1/directory-messages";
    public static final String LATERAL_REPLIES = "/api/v1/lateral-replies";
    public static final String DRY_RUNS = "/api/v1/dry-runs";

    private Doors() {}

    public static RequestSpecification person(String agency, String... groups) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.token("somebody-of-" + agency, "王小明", agency, groups))
                .header("Accept-Language", "en")
                .contentType("application/json");
    }

    public static RequestSpecification desk(String agency) {
        return person(agency, "duty-desk");
    }

    /** The open call to this person of this incident. */
    public static String openCall(String deskAgency, UUID incident, String who) {
        return Look.soon()
                .until(
                        () -> tasks(deskAgency, incident).stream()
                                .filter(it ->
                                        ((Map<?, ?>) it.get("to")).get("name").equals(who))
                                .map(it -> String.valueOf(it.get("id")))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static List<Map<String, Object>> tasks(String agency, UUID incident) {
        JsonPath answer = desk(agency)
                .queryParam("incident", incident.toString())
                .queryParam("limit", 200)
                .get(PHONE_TASKS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return answer.getList("items");
    }
}
