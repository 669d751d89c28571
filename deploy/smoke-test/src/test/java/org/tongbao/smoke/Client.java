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
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    Client(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    record Answer(int status, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    Answer get(String path) {
        return join(send(request(path).GET().build()));
    }

    Answer post(String path, String body, Map<String, String> headers) {
        return join(postAsync(path, body, headers));
    }

    CompletableFuture<Answer> postAsync(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    Answer patch(String path, String body, Map<String, String> headers) {
        return join(send("PATCH", path, body, headers));
    }

    /** As a browser sends a form. */
    Answer press(String path, String form) {
        return join(send("POST", path, form, Map.of("Content-Type", "application/x-www-form-urlencoded")));
    }

    private CompletableFuture<Answer> send(String method, String path, String body, Map<String, String> headers) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<Answer> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new Answer(answer.statusCode(), answer.body()));
    }

    private static Answer join(CompletableFuture<Answer> answer) {
        return answer.join();
    }
}
