package org.tongbao.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * Lets tests reach the stack from any class loader, or from another process: mailboxes, tokens, and stopping and starting
 * of single parts. Its address is in the system property {@value #ADDRESS}.
 */
final class TestControl implements AutoCloseable {
    static final String ADDRESS = "tongbao.test.control";

    private final EmbeddedStack stack;
    private final HttpServer server;

    TestControl(EmbeddedStack stack) {
        this.stack = stack;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new EmbeddedStartException("no port for the test control: " + e, e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "test-control");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = 200;
        String body;
        try {
            body = execute(exchange.getRequestURI());
        } catch (RuntimeException e) {
            status = 500;
            body = String.valueOf(e);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String execute(URI uri) {
        var path = uri.getPath().split("/");
        var query = query(uri);
        return switch (path[1]) {
            case "mails" ->
                MailJson.write(
                        query.containsKey("to")
                                ? stack.mails().to(query.get("to"))
                                : stack.mails().all());
            case "clear-mails" -> {
                stack.mails().clear();
                yield "";
            }
            case "token" ->
                stack.oidc()
                        .token(
                                new Identity(
                                        needed(query, "sub"),
                                        needed(query, "name"),
                                        needed(query, "agency"),
                                        groups(query)),
                                Duration.parse(needed(query, "validFor")));
            case "start", "stop", "kill" -> {
                change(path[1], stack.part(Part.named(path[2])));
                yield "";
            }
            default -> throw new IllegalArgumentException("no such path: " + uri);
        };
    }

    private static List<String> groups(Map<String, String> query) {
        String groups = needed(query, "groups");
        return groups.isEmpty() ? List.of() : List.of(groups.split(","));
    }

    private static String needed(Map<String, String> query, String name) {
        return Objects.requireNonNull(query.get(name), name);
    }

    private static void change(String wanted, EmbeddedPart part) {
        switch (wanted) {
            case "start" -> part.start();
            case "stop" -> part.stop();
            default -> part.kill();
        }
    }

    private static Map<String, String> query(URI uri) {
        var values = new HashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (var pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
