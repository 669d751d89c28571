package org.tongbao.review.stage;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;

/** What a portal does with reviews. */
public final class Doors {
    public static final String REVIEWS = "/api/v1/reviews";
    private static final Duration SOON = Duration.ofSeconds(20);

    private Doors() {}

    /** The id of the incident's review of this kind, once it waits for somebody. */
    public static String pending(UUID incident, String kind) {
        return await().atMost(SOON)
                .until(
                        () -> People.reviewer(Directory.ROOT)
                                .get(REVIEWS + "?incident=" + incident + "&kind=" + kind)
                                .path("items.id[0]"),
                        id -> id != null);
    }

    public static JsonPath read(RequestSpecification person, String id) {
        return person.get(REVIEWS + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    public static String tag(String id) {
        return People.reviewer(Directory.ROOT).get(REVIEWS + "/" + id).header("ETag");
    }

    /** An act on the review as it is now. */
    public static Response act(RequestSpecification person, String id, String act) {
        return person.header("If-Match", tag(id)).post(REVIEWS + "/" + id + "/" + act);
    }

    public static Response decide(RequestSpecification person, String id, String body) {
        return person.header("If-Match", tag(id))
                .contentType("application/json")
                .body(body)
                .post(REVIEWS + "/" + id + "/decision");
    }

    public static void awaitState(String id, String state) {
        await().atMost(SOON)
                .until(() -> read(People.reviewer(Directory.ROOT), id).getString("state"), state::equals);
    }
}
