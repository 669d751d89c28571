package org.tongbao.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** How the classes named Test… talk to the JVM's stack, whichever class loader they are in. */
final class ControlClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ControlClient() {}

    static String call(String path, Map<String, String> query) {
        String address = System.getProperty(TestControl.ADDRESS);
        if (address == null) {
            throw new IllegalStateException("no embedded stack in this JVM: run the test through JUnit's launcher, in a"
                    + " module named <service>-service or with -Dtongbao.test.service=<service>");
        }
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            var request = HttpRequest.newBuilder(
                            URI.create(address + "/" + path + "?" + parameters + (parameters.isEmpty() ? "x=" : "")))
                    .build();
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
