package org.tongbao.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Clients in a closed loop: each reports, waits for the answer, and reports again. */
final class ClosedLoop {
    private final Vertx vertx;
    private final URI address;
    private final List<String> tokens;

    ClosedLoop(Vertx vertx, URI address, List<String> tokens) {
        this.vertx = vertx;
        this.address = address;
        this.tokens = tokens;
    }

    /**
     * @param perSecond accepted reports
     * @param refused answers other than 201
     */
    record Result(
            double perSecond,
            Timings timings,
            int refused,
            @Nullable String firstRefusal) {}

    Result run(int clients, Duration length) {
        HttpClient http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(clients).setEventLoopSize(1));
        var run = new Run(http, System.nanoTime() + length.toNanos());
        long began = System.nanoTime();
        List<Future<Void>> loops = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            loops.add(run.loop(client));
        }
        Futures.join(Future.all(loops));
        double seconds = (System.nanoTime() - began) / 1e9;
        Futures.join(http.close());
        return new Result(run.timings.count() / seconds, run.timings, run.refused.get(), run.firstRefusal.get());
    }

    private final class Run {
        private final HttpClient http;
        private final long end;
        private final Timings timings = new Timings();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicReference<@Nullable String> firstRefusal = new AtomicReference<>();

        Run(HttpClient http, long end) {
            this.http = http;
            this.end = end;
        }

        Future<Void> loop(int client) {
            Promise<Void> done = Promise.promise();
            next(client, client, done);
            return done.future();
        }

        private void next(int client, int turn, Promise<Void> done) {
            if (System.nanoTime() >= end) {
                done.complete();
                return;
            }
            String token = tokens.get(Math.floorMod(turn, tokens.size()));
            long began = System.nanoTime();
            post(token)
                    .onSuccess(status -> {
                        if (status == 201) {
                            timings.add(System.nanoTime() - began);
                        }
                        next(client, turn + 7, done);
                    })
                    .onFailure(done::fail);
        }

        private Future<Integer> post(String token) {
            var options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost(address.getHost())
                    .setPort(address.getPort())
                    .setURI("/api/v1/incidents")
                    .putHeader("Authorization", "Bearer " + token)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Idempotency-Key", UUID.randomUUID().toString());
            return http.request(options)
                    .compose(request -> request.send(ReportBody.levelThree()))
                    .compose(response -> response.body().map(body -> {
                        if (response.statusCode() != 201) {
                            refused.incrementAndGet();
                            firstRefusal.compareAndSet(null, response.statusCode() + " " + body);
                        }
                        return response.statusCode();
                    }));
        }
    }
}
