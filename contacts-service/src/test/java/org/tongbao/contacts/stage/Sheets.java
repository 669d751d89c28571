package org.tongbao.contacts.stage;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongbao.embedded.TestTokens;

/** Files as people send and fetch them: bytes, of a length that is announced or not. */
public final class Sheets {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Sheets() {}

    /** @param text of the answer */
    public record Answer(int status, String text) {
        public JsonPath json() {
            return JsonPath.from(text);
        }
    }

    public static Answer send(String agency, String path, String type, byte[] body) {
        return send(agency, path, type, BodyPublishers.ofByteArray(body));
    }

    /** In chunks, so that its length is not known before it ends. */
    public static Answer stream(String agency, String path, String type, byte[] body) {
        return send(agency, path, type, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    public static Answer sheet(String agency, String file, String text) {
        return send(agency, Seed.IMPORT + "/" + file, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A certificate as people paste it. */
    public static String pem(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/certificates", name + ".pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer tryOut(String agency, String file, String text) {
        return sheet(agency, file + "?dryRun=true", text);
    }

    private static Answer send(String agency, String path, String type, BodyPublisher body) {
        return exchange(request(agency, path, "directory-admin")
                .header("Content-Type", type)
                .POST(body)
                .build());
    }

    public static Answer fetch(String agency, String group, String path) {
        return exchange(request(agency, path, group).build());
    }

    private static HttpRequest.Builder request(String agency, String path, String group) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + TestTokens.token("sub-" + agency, "某人（測試）", agency, group));
    }

    private static Answer exchange(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
