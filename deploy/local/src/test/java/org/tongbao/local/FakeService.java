package org.tongbao.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A process with the ports of a service and nothing behind them; it runs from a jar of its own, without a class path. */
public final class FakeService {
    private FakeService() {}

    public static void main(String[] args) throws IOException {
        var sick = System.getenv("TONGBAO_FAKE_DEATH");
        if (sick != null && Files.exists(Path.of(sick))) {
            System.out.println("2026-01-01 ERROR the fake cannot find its database");
            System.exit(7);
        }
        open("TONGBAO_HTTP_PORT");
        open("TONGBAO_MANAGEMENT_PORT");
    }

    private static void open(String variable) throws IOException {
        int port = Integer.parseInt(System.getenv(variable));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", FakeService::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        int size = exchange.getRequestBody().readAllBytes().length;
        if (path.endsWith("/die")) {
            Runtime.getRuntime().halt(9);
        } else if (path.endsWith("/stream")) {
            stream(exchange);
        } else {
            var body = "{\"database\":\"%s\",\"method\":\"%s\",\"uri\":\"%s\",\"size\":%d,\"for\":\"%s\"}"
                    .formatted(
                            System.getenv("TONGBAO_DB_URL").replaceFirst(".*/", ""),
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            size,
                            exchange.getRequestHeaders().getFirst("X-Forwarded-For"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }

    /** One event, and then nothing for as long as the process lives. */
    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
