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

/** The running suite as agencies and people see it: the front door, the mailboxes and the identity provider. */
public final class Suite {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI frontDoor;
    private final URI tokenDoor;
    private final Map<Identity, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param frontDoor such as {@code http://127.0.0.1:8080/}
     * @param issuer such as {@code http://localhost:18090/tongbao}
     */
    public Suite(URI frontDoor, String issuer) {
        this.frontDoor = URI.create(frontDoor.toString().replaceFirst("/?$", "/"));
        this.tokenDoor = URI.create(issuer.replaceFirst("/?$", "/") + "token");
    }

    URI frontDoor() {
        return frontDoor;
    }

    /** What a door answered. */
    public record Answer(
            String asked, int status, String body, @Nullable String etag) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new StoryEnds(asked + " answered " + status + " with no JSON: " + body, e);
            }
        }

        /** Itself; the story cannot go on with another status. */
        public Answer must(int wanted) {
            if (status != wanted) {
                throw new StoryEnds("%s 應答 answered %d，預期 expected %d%n%s".formatted(asked, status, wanted, body));
            }
            return this;
        }
    }

    /** The doors with somebody's token. */
    public final class Doors {
        private final Supplier<Optional<String>> token;

        private Doors(Supplier<Optional<String>> token) {
            this.token = token;
        }

        public Answer get(String path, String... headers) {
            return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
        }

        /** Headers come in pairs of name and value. */
        public Answer post(String path, String json, String... headers) {
            var all = Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Content-Type";
            all[headers.length + 1] = "application/json";
            return send("POST", path, HttpRequest.BodyPublishers.ofString(json), all);
        }

        /** As a browser sends a form. */
        public Answer form(String path, Map<String, String> fields) {
            return send(
                    "POST",
                    path,
                    HttpRequest.BodyPublishers.ofString(encoded(fields)),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
        }

        private Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
            var request = HttpRequest.newBuilder(frontDoor.resolve(path))
                    .timeout(PATIENCE)
                    .method(method, body);
            token.get().ifPresent(it -> request.header("Authorization", "Bearer " + it));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return Suite.this.send(method + " " + path, request.build());
        }
    }

    public Doors as(Identity who) {
        return new Doors(() -> Optional.of(tokens.computeIfAbsent(who, this::token)));
    }

    /** Without a login, as the link of a mail is opened. */
    public Doors asAnybody() {
        return new Doors(Optional::empty);
    }

    /** With a token of the caller's own making. */
    public Doors with(String token) {
        return new Doors(() -> Optional.of(token));
    }

    private String token(Identity who) {
        var body = encoded(Map.of(
                "grant_type", "client_credentials",
                "client_id", who.sub(),
                "client_secret", "any",
                "name", who.name(),
                "agency", who.agency(),
                "groups", String.join(",", who.groups())));
        var request = HttpRequest.newBuilder(tokenDoor)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send("POST " + tokenDoor, request)
                .must(200)
                .json()
                .path("access_token")
                .asText();
    }

    /** Mails that either relay accepted after this one, oldest first. */
    List<Mail> mailsAfter(long id) {
        return MailJson.readAll(
                asAnybody().get("/mailboxes.json?after=" + id).must(200).body());
    }

    private Answer send(String asked, HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Optional<String> etag = answer.headers().firstValue("ETag");
            return new Answer(asked, answer.statusCode(), answer.body(), etag.orElse(null));
        } catch (ConnectException e) {
            throw new StoryEnds(
                    "連不上 cannot reach " + request.uri().resolve("/") + "；請先執行 start the stack first: deploy/local/up",
                    e);
        } catch (IOException e) {
            throw new StoryEnds(asked + " 沒有應答 got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryEnds("中斷 interrupted", e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
