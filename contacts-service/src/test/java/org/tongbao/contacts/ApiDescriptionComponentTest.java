package org.tongbao.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.fixture.Sheets;
import org.tongbao.contracts.Ids;
import org.tongbao.testing.rest.ApiDescriptionContract;

/** The examples of the API description are what the endpoints take. */
@QuarkusTest
class ApiDescriptionComponentTest implements ApiDescriptionContract {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Override
    public URI management() {
        return management;
    }

    @BeforeEach
    void load() {
        Seed.load();
    }

    @Test
    void everyExampleIsAccepted() throws Exception {
        JsonNode paths = new ObjectMapper()
                .readTree(RestAssured.get(management.resolve("/q/openapi?format=json"))
                        .asString())
                .path("paths");
        Map<String, Integer> endpoints = Map.ofEntries(
                Map.entry("post /api/v1/agencies/import", 200),
                Map.entry("post /api/v1/agencies/{code}/contacts", 201),
                Map.entry("post /api/v1/agencies/{code}/deputies", 201),
                Map.entry("post /api/v1/agencies/{code}/absences", 201),
                Map.entry("post /api/v1/agencies/{code}/roster", 201),
                Map.entry("post /api/v1/agencies/{code}/rotations", 201),
                Map.entry("post /api/v1/agencies/{code}/overrides", 201),
                Map.entry("post /api/v1/agencies/{code}/holidays", 201),
                Map.entry("post /api/v1/agencies/{code}/accounts", 201),
                Map.entry("post /api/v1/agencies/{code}/swaps", 201),
                Map.entry("post /api/v1/agencies/{code}/calendar-feeds", 201));

        endpoints.forEach((endpoint, status) -> {
            String[] methodAndPath = endpoint.split(" ");
            String path = methodAndPath[1];
            String body = example(paths.path(path).path("post"));
            People.admin("TPE")
                    .header("Idempotency-Key", Ids.next().toString())
                    .body(body)
                    .post(path.replace("{code}", "TPE-EDU"))
                    .then()
                    .statusCode(status);
        });
        var sheet = Sheets.sheet(
                "TPE",
                "contacts.csv",
                example(paths.path("/api/v1/agencies/import/{file}").path("post")));
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(200);
        People.admin("TPE")
                .body(example(paths.path("/api/v1/agencies/{code}/attestations").path("post")))
                .post(Office.AGENCIES + "TPE-EDU/attestations")
                .then()
                .statusCode(200);
        String channels = Office.AGENCIES + "TPE-EDU/contacts/01a1f600-0000-7000-8000-0000000000a1/channels";
        String channel = channels + "/" + People.admin("TPE").get(channels).<String>path("items[0].id");
        String described = "/api/v1/agencies/{code}/contacts/{id}/channels/{channel}";
        People.admin("TPE")
                .body(example(paths.path(described + "/attestation").path("post")))
                .post(channel + "/attestation")
                .then()
                .statusCode(200);
        // Well formed, but nobody has sent a code.
        People.admin("TPE")
                .body(example(paths.path(described + "/verification/code").path("post")))
                .post(channel + "/verification/code")
                .then()
                .statusCode(409);
        // Both take effect in years, so that nothing else meets them.
        People.admin("TPE")
                .body(example(paths.path("/api/v1/agencies/changes").path("post")))
                .post(Office.AGENCIES + "changes")
                .then()
                .statusCode(200);
        People.admin("TPE")
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"v1\"")
                .body(example(
                        paths.path("/api/v1/agencies/{code}/contacts/{id}").path("patch")))
                .patch(Office.AGENCIES + "TPE-EDU/contacts/01a1f600-0000-7000-8000-0000000000a1")
                .then()
                .statusCode(202);
        JsonNode agency = paths.path("/api/v1/agencies/{code}");
        String tag = "\"v1\"";
        People.admin("TPE")
                .body(example(agency.path("put")))
                .put(Office.AGENCIES + "TPE-EDU")
                .then()
                .statusCode(200);
        People.admin("TPE")
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag)
                .body(example(agency.path("patch")))
                .patch(Office.AGENCIES + Office.create())
                .then()
                .statusCode(200);
    }

    private static String example(JsonNode operation) {
        JsonNode example = operation.findValue("examples").path("example").path("value");
        assertThat(example.isTextual() ? example.textValue() : example.toString())
                .hasSizeGreaterThan(20);
        return example.isTextual() ? example.textValue() : example.toString();
    }
}
