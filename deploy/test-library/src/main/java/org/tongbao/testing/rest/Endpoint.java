package org.tongbao.testing.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * @param method in lower case
 * @param path with its parameters as {@code {name}}
 */
public record Endpoint(String method, String path) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /**
     * Every endpoint that the API description names.
     *
     * @param management address of the service's management port
     */
    public static List<Endpoint> described(URI management) {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get(management.resolve("/q/openapi?format=json"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        List<Endpoint> found = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> found.add(new Endpoint(method, path))));
        assertThat(found).as("endpoints of the description").isNotEmpty();
        return found;
    }

    public boolean reads() {
        return method.equals("get");
    }

    /** Whether it answers with a list. */
    public boolean lists() {
        return reads() && !path.endsWith("}");
    }

    @Override
    public String toString() {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }
}
