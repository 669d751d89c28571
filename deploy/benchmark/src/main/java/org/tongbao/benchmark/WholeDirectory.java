package org.tongbao.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalStack;

/** The doors of contacts-service that take and give a whole directory. */
final class WholeDirectory {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalStack stack;

    WholeDirectory(LocalStack stack) {
        this.stack = stack;
    }

    String load(byte[] document, String question) throws Exception {
        return send(request("import" + question)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build());
    }

    /** Answers how many bytes came. */
    int export(String file) throws Exception {
        return send(request("export" + file).build()).length();
    }

    private HttpRequest.Builder request(String door) {
        return HttpRequest.newBuilder(stack.frontDoor().resolve("/api/v1/agencies/" + door))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + stack.token(DemoIdentities.DIRECTORY_ADMIN));
    }

    private String send(HttpRequest request) throws Exception {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            String body = answer.body();
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " "
                    + body.substring(0, Math.min(1000, body.length())));
        }
        return answer.body();
    }
}
