package org.tongbao.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An agency portal: JSON over HTTP with a bearer token; without one, somebody from the street. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    public Client(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public record Response(int status, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    public Response get(String path) {
        return join(send(request(path).GET().build()));
    }

    public Response post(String path, String body, Map<String, String> headers) {
        return join(postAsync(path, body, headers));
    }

    public CompletableFuture<Response> postAsync(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Response patch(String path, String body, Map<String, String> headers) {
        return join(send("PATCH", path, body, headers));
    }

    /** As a browser sends a form. */
    public Response submitForm(String path, String form) {
        return join(send("POST", path, form, Map.of("Content-Type", "application/x-www-form-urlencoded")));
    }

    private CompletableFuture<Response> send(String method, String path, String body, Map<String, String> headers) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<Response> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Response(response.statusCode(), response.body()));
    }

    private static Response join(CompletableFuture<Response> response) {
        return response.join();
    }
}
