package org.tongbao.benchmark;

import static org.tongbao.benchmark.Table.both;
import static org.tongbao.benchmark.Table.progress;
import static org.tongbao.benchmark.Table.row;
import static org.tongbao.benchmark.Table.seconds;
import static org.tongbao.benchmark.Table.time;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tongbao.benchmark.DutyQueries.DutyCaller;
import org.tongbao.embedded.Identity;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;

/**
 * A whole country's directory: how it comes in, how fast duty is answered and a change is known to escalation-service. Only
 * contacts and escalation are running besides the infrastructure, with the small heap of the local stack and, unlike there, the
 * JVM's whole compiler: checking a token's signature takes five times as long without it.
 */
final class DirectoryBenchmark {
    private static final List<String> FLAGS =
            List.of("-Xms24m", "-Xmx160m", "-Xss512k", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=64m");
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(5);
    private static final int QUERIES_PER_SECOND = 300;
    private static final int CHANGES_PER_SECOND = 20;
    private static final int SINGLE_CALLERS = 500;
    private static final int KNOWN = 200;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private final Vertx vertx;
    private final LocalStack stack;
    private final DirectoryTransfer transfer;
    private final DirectoryTopics topics;
    private final ServiceClient contacts;
    private final DryRuns dryRuns;

    private DirectoryBenchmark(Vertx vertx, LocalStack stack) {
        this.vertx = vertx;
        this.stack = stack;
        this.transfer = new DirectoryTransfer(stack);
        this.topics = new DirectoryTopics(stack);
        this.contacts = new ServiceClient(vertx, stack.service("contacts"));
        this.dryRuns = new DryRuns(
                new ServiceClient(vertx, stack.service("escalation")), stack.token(DemoIdentities.DUTY_DESK));
    }

    static void measure(Vertx vertx) throws Exception {
        byte[] document = DirectoryDocument.bytes();
        try (LocalStack stack = Benchmark.start(
                LocalOptions.forTests().only("contacts", "escalation").flags(FLAGS))) {
            var part = new DirectoryBenchmark(vertx, stack);
            part.importDirectory(document);
            try (var memory = new PeakMemory(stack.pid("contacts"))) {
                part.measureDuty();
                part.measureChanges();
                row(
                        "memory of contacts meanwhile, resident, highest",
                        memory.mebibytes() + " MiB",
                        "aim 400 MiB; " + String.join(" ", FLAGS));
            }
            part.exportAndReimport(document);
        }
    }

    private void importDirectory(byte[] document) throws Exception {
        String what = DirectoryDocument.CONTENT;
        progress("importing " + what + ", " + document.length / 1024 / 1024 + " MiB");
        time("dry run of " + what, "", () -> transfer.importDocument(document, "?dryRun=true"));
        time("import of the same, into nothing", "aim 60 s", () -> transfer.importDocument(document, ""));
        long imported = System.nanoTime();
        progress("waiting for the entries");
        Set<String> last = topics.awaitEntries();
        row("from there until the last entry is on its topic", seconds(System.nanoTime() - imported), "aim 60 s");
        last.forEach(this::awaitKnown);
        row(
                "from there until escalation knows who is on duty at the last agency",
                seconds(System.nanoTime() - imported),
                "aim 60 s");
        requireKnown();
        progress("reading the topics");
        long began = System.nanoTime();
        int records = topics.readWhole();
        row(
                "both topics read from the beginning by a new consumer",
                seconds(System.nanoTime() - began),
                "aim 30 s; " + records + " records");
    }

    private void awaitKnown(String agency) {
        Futures.join(Futures.poll(vertx, POLL_INTERVAL, TIMEOUT, () -> dryRuns.knowsWhoIsOnDuty(agency)));
    }

    /** Entries are taken in partition by partition in order, so with the last ones all are known; held against some. */
    private void requireKnown() {
        for (int i = 0; i < KNOWN; i++) {
            String agency = DirectoryDocument.code(i * (DirectoryDocument.AGENCIES / KNOWN));
            if (!Futures.join(dryRuns.knowsWhoIsOnDuty(agency))) {
                throw new IllegalStateException("escalation does not know who is on duty at " + agency);
            }
        }
    }

    private void measureDuty() {
        List<DutyCaller> aboveAll = aboveAll();
        progress("warming up: duty");
        duty(contacts, aboveAll, WARM_UP);
        dutyRow("asked from above all agencies", contacts, aboveAll);
        dutyRow("each caller for its own agency", contacts, singles());
        dutyRow("from above, through the gateway", new ServiceClient(vertx, stack.gateway()), aboveAll);
    }

    private List<DutyCaller> aboveAll() {
        String token = stack.token(DemoIdentities.DUTY_DESK);
        return IntStream.range(0, DirectoryDocument.AGENCIES)
                .mapToObj(i -> new DutyCaller(token, DirectoryDocument.code(i)))
                .toList();
    }

    private List<DutyCaller> singles() {
        return IntStream.range(0, SINGLE_CALLERS)
                .mapToObj(i -> DirectoryDocument.code(i * (DirectoryDocument.AGENCIES / SINGLE_CALLERS)))
                .map(code -> new DutyCaller(
                        stack.token(Identity.of("reporter-" + code, "通報窗口（測試）", code, "reporter")), code))
                .toList();
    }

    private void dutyRow(String who, ServiceClient client, List<DutyCaller> callers) {
        progress("duty, " + who);
        duty(client, callers, SHORT_WARM_UP);
        Timings timings = duty(client, callers, LENGTH);
        row(
                "duty at an instant, " + QUERIES_PER_SECOND + "/s, " + who,
                both(timings),
                "aim p99 10 ms; " + timings.count() + " answers");
    }

    private Timings duty(ServiceClient client, List<DutyCaller> callers, Duration length) {
        var queries = new DutyQueries(client, callers);
        return new OpenLoop(vertx, QUERIES_PER_SECOND).run(length, number -> queries.query());
    }

    private void measureChanges() {
        progress("warming up: changes");
        changes(0, SHORT_WARM_UP.multipliedBy(2));
        progress("changing contacts");
        ContactUpdates.Result result = changes(DirectoryDocument.AGENCIES / 2, LENGTH);
        row(
                "change of a contact until escalation would tell the new name, " + CHANGES_PER_SECOND + "/s",
                both(result.known()),
                "aim p99 1 s; " + result.known().count() + " changes, looked every "
                        + ContactUpdates.POLL_INTERVAL.toMillis() + " ms");
        row("the same until contacts has answered", both(result.answered()), "");
    }

    private ContactUpdates.Result changes(int from, Duration length) {
        String admin = stack.token(DemoIdentities.DIRECTORY_ADMIN);
        return new ContactUpdates(vertx, contacts, admin, dryRuns).run(CHANGES_PER_SECOND, from, length);
    }

    private void exportAndReimport(byte[] document) throws Exception {
        progress("exporting, importing again");
        time("export as one document", "", () -> transfer.export(""));
        time("export of contacts.csv", "", () -> transfer.export("/contacts.csv"));
        time("import again, which changes the names back", "", () -> transfer.importDocument(document, ""));
        row("memory of contacts afterwards", Memory.mebibytes(stack.pid("contacts")) + " MiB", "aim 400 MiB");
    }
}
