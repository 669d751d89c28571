package org.tongbao.testing.rest;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongbao.embedded.TestTokens;

/** Who calls the service under test: people with real tokens, and some without. */
public final class Callers {
    private static final Map<List<String>, String> TOKENS = new ConcurrentHashMap<>();

    private Callers() {}

    /** Somebody of an agency with these groups. */
    public static RequestSpecification somebody(String agency, String... groups) {
        return person("somebody-of-" + agency, "王小明", agency, groups);
    }

    /** A person of an agency with these groups. */
    public static RequestSpecification person(String subject, String name, String agency, String... groups) {
        String token = TOKENS.computeIfAbsent(
                List.of(subject, name, agency, String.join(",", groups)),
                it -> TestTokens.token(subject, name, agency, groups));
        return RestAssured.given().auth().oauth2(token);
    }

    /** Whose token was good until five minutes ago. */
    public static RequestSpecification expired(String agency, String... groups) {
        return RestAssured.given().auth().oauth2(TestTokens.expired("x", "x", agency, groups));
    }

    public static RequestSpecification nobody() {
        return RestAssured.given();
    }
}
