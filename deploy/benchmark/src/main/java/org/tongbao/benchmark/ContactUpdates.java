package org.tongbao.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Renames the report window of one agency after the other, until escalation-service would notify the new name. */
final class ContactUpdates {
    static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final ServiceClient contacts;
    private final String token;
    private final DryRuns escalation;
    private final Timings answered = new Timings();

    /**
     * @param answered from sending a change to contacts-service's answer
     * @param known from when it was to be sent until escalation-service knows it
     */
    record Result(Timings answered, Timings known) {}

    /**
     * @param token of a directory admin above all agencies
     */
    ContactUpdates(Vertx vertx, ServiceClient contacts, String token, DryRuns escalation) {
        this.vertx = vertx;
        this.contacts = contacts;
        this.token = token;
        this.escalation = escalation;
    }

    /** Changes one agency after the other, from one on. */
    Result run(int perSecond, int from, Duration length) {
        int count = Math.toIntExact(perSecond * length.toSeconds());
        List<String> tags =
                IntStream.range(0, count).mapToObj(i -> tag(from + i)).toList();
        Timings known = new OpenLoop(vertx, perSecond).run(length, number -> change(from + number, tags.get(number)));
        return new Result(answered, known);
    }

    private String tag(int agency) {
        ServiceClient.Response response =
                Futures.join(contacts.get(path(agency), token)).requireSuccess();
        return Objects.requireNonNull(response.tag());
    }

    private Future<Void> change(int agency, String tag) {
        String code = DirectoryDocument.code(agency);
        String name = "改名人員" + agency;
        var headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", tag);
        long sent = System.nanoTime();
        return contacts.send(HttpMethod.PATCH, path(agency), token, headers, "{\"name\": \"" + name + "\"}")
                .map(ServiceClient.Response::requireSuccess)
                .onSuccess(response -> answered.add(System.nanoTime() - sent))
                .compose(response ->
                        Futures.poll(vertx, POLL_INTERVAL, TIMEOUT, () -> escalation.knowsReportWindow(code, name)));
    }

    private static String path(int agency) {
        return "agencies/" + DirectoryDocument.code(agency) + "/contacts/" + DirectoryDocument.reportWindow(agency);
    }
}
