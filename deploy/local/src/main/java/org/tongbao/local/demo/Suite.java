package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.embedded.Identity;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.MailJson;

/** The running suite as agencies and people see it: the gateway, the mailboxes and the identity provider. */
public final class Suite {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final URI tokenEndpoint;
    private final Map<Identity, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param gateway such as {@code http://127.0.0.1:8080/}
     * @param issuer such as {@code http://localhost:18090/tongbao}
     */
    public Suite(URI gateway, String issuer) {
        this.gateway = URI.create(gateway.toString().replaceFirst("/?$", "/"));
        this.tokenEndpoint = URI.create(issuer.replaceFirst("/?$", "/") + "token");
    }

    URI gateway() {
        return gateway;
    }

    /** What an endpoint answered. */
    public record Response(
            String call, int status, String body, @Nullable String etag) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new ScenarioAborted(call + " answered " + status + " with no JSON: " + body, e);
            }
        }

        /** Itself; the scenario cannot go on with another status. */
        public Response expect(int wanted) {
            if (status != wanted) {
                throw new ScenarioAborted("%s 應答 answered %d，預期 expected %d%n%s".formatted(call, status, wanted, body));
            }
            return this;
        }
    }

    /** The API with somebody's token. */
    public final class Client {
        private final Supplier<Optional<String>> token;

        private Client(Supplier<Optional<String>> token) {
            this.token = token;
        }

        public Response get(String path, String... headers) {
            return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
        }

        /** Headers come in pairs of name and value. */
        public Response post(String path, String json, String... headers) {
            var all = Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Content-Type";
            all[headers.length + 1] = "application/json";
            return send("POST", path, HttpRequest.BodyPublishers.ofString(json), all);
        }

        /** As a browser sends a form. */
        public Response form(String path, Map<String, String> fields) {
            return send(
                    "POST",
                    path,
                    HttpRequest.BodyPublishers.ofString(encoded(fields)),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
        }

        private Response send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
            var request = HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(TIMEOUT)
                    .method(method, body);
            token.get().ifPresent(it -> request.header("Authorization", "Bearer " + it));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return Suite.this.send(method + " " + path, request.build());
        }
    }

    public Client as(Identity who) {
        return new Client(() -> Optional.of(tokens.computeIfAbsent(who, this::token)));
    }

    /** Without a login, as the link of a mail is opened. */
    public Client anonymous() {
        return new Client(Optional::empty);
    }

    /** With a token of the caller's own making. */
    public Client with(String token) {
        return new Client(() -> Optional.of(token));
    }

    private String token(Identity who) {
        var body = encoded(Map.of(
                "grant_type", "client_credentials",
                "client_id", who.sub(),
                "client_secret", "any",
                "name", who.name(),
                "agency", who.agency(),
                "groups", String.join(",", who.groups())));
        var request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send("POST " + tokenEndpoint, request)
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    /** Mails that either relay accepted after this one, oldest first. */
    List<Mail> mailsAfter(long id) {
        return MailJson.readAll(
                anonymous().get("/mailboxes.json?after=" + id).expect(200).body());
    }

    private Response send(String call, HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Optional<String> etag = response.headers().firstValue("ETag");
            return new Response(call, response.statusCode(), response.body(), etag.orElse(null));
        } catch (ConnectException e) {
            throw new ScenarioAborted(
                    "連不上 cannot reach " + request.uri().resolve("/") + "；請先執行 start the stack first: deploy/local/up",
                    e);
        } catch (IOException e) {
            throw new ScenarioAborted(call + " 沒有應答 got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScenarioAborted("中斷 interrupted", e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
