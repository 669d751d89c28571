package org.tongbao.local;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tongbao.embedded.MailStore;

/** One address for all services, as the Ingress is in production: routes by the first segment of the path. */
final class Gateway implements AutoCloseable {
    private static final String API = "/api/v1/";
    private static final String DESCRIPTIONS = "/api/openapi/";
    /** What the services take (quarkus.http.limits.max-body-size): beyond it they hang up, and their 413 is lost on the way. */
    private static final long BODY_LIMIT = 256 * 1024;
    /** A whole directory comes in by one request. */
    private static final String WIDE_DOOR = API + "agencies/import";

    private static final long WIDE_LIMIT = 32 * 1024 * 1024;
    private static final int CONNECTIONS_A_SERVICE = 256;
    private static final int CONNECT_MILLIS = 2_000;
    private static final long CLOSE_SECONDS = 5;

    private static final Map<String, List<String>> ROUTES = Map.of(
            "intake", List.of("incidents", "classifications", "early-warnings", "procedures"),
            "review", List.of("reviews", "support-dispatches"),
            "escalation", List.of("notices", "ack", "phone-tasks", "lateral-replies", "dry-runs", "directory-messages"),
            "contacts", List.of("agencies"));

    private final Vertx vertx;
    private final LocalPorts ports;
    private final List<String> services;
    private final MailboxPages mailboxes;
    private final ServiceProxy proxy;

    private Gateway(LocalPorts ports, List<String> services, MailStore mails) {
        this.ports = ports;
        this.services = services;
        this.mailboxes = new MailboxPages(mails);
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        var client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_A_SERVICE));
        this.proxy = new ServiceProxy(client);
    }

    /** Returns when it listens. */
    static Gateway open(LocalPorts ports, List<String> services, MailStore mails) {
        var gateway = new Gateway(ports, services, mails);
        try {
            gateway.listen();
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
        return gateway;
    }

    private void listen() {
        var server = vertx.createHttpServer(new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(ports.gateway())
                .setHandle100ContinueAutomatically(true)
                .setMaxHeaderSize(16 * 1024));
        server.requestHandler(this::route);
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalStackException(
                    "the gateway cannot listen on port " + ports.gateway() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("stopped while starting", e);
        }
    }

    private void route(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        if (MailboxPages.isOne(path)) {
            mailboxes.answer(request, services);
            return;
        }
        var service = serviceOf(path);
        if (service.isEmpty()) {
            Problem.NOT_FOUND.answer(request);
        } else if (tooLarge(request, path.startsWith(WIDE_DOOR) ? WIDE_LIMIT : BODY_LIMIT)) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Problem.TOO_LARGE.answer(request);
        } else {
            forward(request, service.get());
        }
    }

    private static boolean tooLarge(HttpServerRequest request, long limit) {
        try {
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length != null && Long.parseLong(length) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static Optional<String> serviceOf(String path) {
        if (path.startsWith(DESCRIPTIONS)) {
            return Optional.of(path.substring(DESCRIPTIONS.length())).filter(ROUTES::containsKey);
        }
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        var first = path.substring(API.length()).replaceFirst("/.*", "");
        return ROUTES.entrySet().stream()
                .filter(route -> route.getValue().contains(first))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void forward(HttpServerRequest request, String service) {
        if (!services.contains(service)) {
            Problem.UNAVAILABLE.answer(request);
            return;
        }
        var target = ports.of(service);
        if (request.path().startsWith(DESCRIPTIONS)) {
            var query = request.query() == null ? "" : "?" + request.query();
            proxy.forward(request, target.management(), "/q/openapi" + query);
        } else {
            proxy.forward(request, target.http(), request.uri());
        }
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger("org.tongbao.local").log(System.Logger.Level.WARNING, "gateway closed late", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
