package org.tongbao.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One address that many callers go to at a time. They have connections of their own: those of a single pool would be few and
 * always the same, and keep one thread of the service busy while another one is idle.
 */
final class ServiceClient {
    private static final int CALLERS = 16;
    private static final int CONNECTIONS_EACH = 8;
    private static final long TIMEOUT_MILLIS = 30_000;

    private final List<HttpClient> callers;
    private final URI address;
    private final AtomicInteger sent = new AtomicInteger();

    ServiceClient(Vertx vertx, URI address) {
        this.callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> vertx.createHttpClient(
                        new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS_EACH)))
                .toList();
        this.address = address;
    }

    record Response(int status, @Nullable String tag, String body) {
        /**
         * @throws IllegalStateException for any other status than 200
         */
        Response requireSuccess() {
            if (status != 200) {
                throw new IllegalStateException(status + " " + body);
            }
            return this;
        }
    }

    Future<Response> get(String path, String token) {
        return send(HttpMethod.GET, path, token, Map.of(), "");
    }

    Future<Response> send(HttpMethod method, String path, String token, Map<String, String> headers, String body) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI("/api/v1/" + path)
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("Authorization", "Bearer " + token);
        headers.forEach(options::putHeader);
        return callers.get(Math.floorMod(sent.getAndIncrement(), CALLERS))
                .request(options)
                .compose(request -> body.isEmpty() ? request.send() : request.send(body))
                .compose(response -> response.body()
                        .map(bytes ->
                                new Response(response.statusCode(), response.getHeader("ETag"), bytes.toString())));
    }
}
