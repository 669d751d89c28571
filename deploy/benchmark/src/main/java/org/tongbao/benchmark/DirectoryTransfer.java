package org.tongbao.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalStack;

/** The import and export endpoints of contacts-service. */
final class DirectoryTransfer {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalStack stack;

    DirectoryTransfer(LocalStack stack) {
        this.stack = stack;
    }

    String importDocument(byte[] document, String query) throws Exception {
        return send(request("import" + query)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build());
    }

    /** Answers how many bytes came. */
    int export(String file) throws Exception {
        return send(request("export" + file).build()).length();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(stack.gateway().resolve("/api/v1/agencies/" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + stack.token(DemoIdentities.DIRECTORY_ADMIN));
    }

    private String send(HttpRequest request) throws Exception {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            String body = response.body();
            throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " "
                    + body.substring(0, Math.min(1000, body.length())));
        }
        return response.body();
    }
}
