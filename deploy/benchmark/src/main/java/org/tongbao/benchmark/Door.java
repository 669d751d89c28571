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
final class Door {
    private static final int CALLERS = 16;
    private static final int CONNECTIONS_EACH = 8;
    private static final long PATIENCE_MILLIS = 30_000;

    private final List<HttpClient> callers;
    private final URI address;
    private final AtomicInteger sent = new AtomicInteger();

    Door(Vertx vertx, URI address) {
        this.callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> vertx.createHttpClient(
                        new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS_EACH)))
                .toList();
        this.address = address;
    }

    record Answer(int status, @Nullable String tag, String body) {
        /**
         * @throws IllegalStateException for any other status than 200
         */
        Answer demandSuccess() {
            if (status != 200) {
                throw new IllegalStateException(status + " " + body);
            }
            return this;
        }
    }

    Future<Answer> get(String path, String token) {
        return send(HttpMethod.GET, path, token, Map.of(), "");
    }

    Future<Answer> send(HttpMethod method, String path, String token, Map<String, String> headers, String body) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI("/api/v1/" + path)
                .setTimeout(PATIENCE_MILLIS)
                .putHeader("Authorization", "Bearer " + token);
        headers.forEach(options::putHeader);
        return callers.get(Math.floorMod(sent.getAndIncrement(), CALLERS))
                .request(options)
                .compose(request -> body.isEmpty() ? request.send() : request.send(body))
                .compose(answer -> answer.body()
                        .map(bytes -> new Answer(answer.statusCode(), answer.getHeader("ETag"), bytes.toString())));
    }
}
