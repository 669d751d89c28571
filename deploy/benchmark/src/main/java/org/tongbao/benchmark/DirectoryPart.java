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
import org.tongbao.benchmark.DutyQuestions.Asking;
import org.tongbao.embedded.Identity;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;

/**
 * A whole country's directory: how it comes in, how fast duty is answered and a change is known to escalation-service. Only
 * contacts and escalation are running besides the infrastructure, with the small heap of the local stack and, unlike there, the
 * JVM's whole compiler: checking a token's signature takes five times as long without it.
 */
final class DirectoryPart {
    private static final List<String> FLAGS =
            List.of("-Xms24m", "-Xmx160m", "-Xss512k", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=64m");
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(5);
    private static final int QUESTIONS_A_SECOND = 300;
    private static final int CHANGES_A_SECOND = 20;
    private static final int SINGLE_CALLERS = 500;
    private static final int KNOWN = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Vertx vertx;
    private final LocalStack stack;
    private final WholeDirectory whole;
    private final DirectoryTopics topics;
    private final Door contacts;
    private final DryRuns dryRuns;

    private DirectoryPart(Vertx vertx, LocalStack stack) {
        this.vertx = vertx;
        this.stack = stack;
        this.whole = new WholeDirectory(stack);
        this.topics = new DirectoryTopics(stack);
        this.contacts = new Door(vertx, stack.service("contacts"));
        this.dryRuns = new DryRuns(new Door(vertx, stack.service("escalation")), stack.token(DemoIdentities.DUTY_DESK));
    }

    static void measure(Vertx vertx) throws Exception {
        byte[] document = DirectoryDocument.bytes();
        try (LocalStack stack = Benchmark.start(
                LocalOptions.forTests().only("contacts", "escalation").flags(FLAGS))) {
            var part = new DirectoryPart(vertx, stack);
            part.takeIn(document);
            try (var memory = new HighestMemory(stack.pid("contacts"))) {
                part.answerDuty();
                part.passOnChanges();
                row(
                        "memory of contacts meanwhile, resident, highest",
                        memory.mebibytes() + " MiB",
                        "aim 400 MiB; " + String.join(" ", FLAGS));
            }
            part.again(document);
        }
    }

    private void takeIn(byte[] document) throws Exception {
        String what = DirectoryDocument.CONTENT;
        progress("importing " + what + ", " + document.length / 1024 / 1024 + " MiB");
        time("dry run of " + what, "", () -> whole.load(document, "?dryRun=true"));
        time("import of the same, into nothing", "aim 60 s", () -> whole.load(document, ""));
        long imported = System.nanoTime();
        progress("waiting for the entries");
        Set<String> last = topics.awaitEntries();
        row("from there until the last entry is on its topic", seconds(System.nanoTime() - imported), "aim 60 s");
        last.forEach(this::awaitKnown);
        row(
                "from there until escalation knows who is on duty at the last agency",
                seconds(System.nanoTime() - imported),
                "aim 60 s");
        demandKnown();
        progress("reading the topics");
        long began = System.nanoTime();
        int records = topics.readWhole();
        row(
                "both topics read from the beginning by a new consumer",
                seconds(System.nanoTime() - began),
                "aim 30 s; " + records + " records");
    }

    private void awaitKnown(String agency) {
        Waiting.on(Waiting.until(vertx, BETWEEN_LOOKS, PATIENCE, () -> dryRuns.knowsWhoIsOnDuty(agency)));
    }

    /** Entries are taken in partition by partition in order, so with the last ones all are known; held against some. */
    private void demandKnown() {
        for (int i = 0; i < KNOWN; i++) {
            String agency = DirectoryDocument.code(i * (DirectoryDocument.AGENCIES / KNOWN));
            if (!Waiting.on(dryRuns.knowsWhoIsOnDuty(agency))) {
                throw new IllegalStateException("escalation does not know who is on duty at " + agency);
            }
        }
    }

    private void answerDuty() {
        List<Asking> aboveAll = aboveAll();
        progress("warming up: duty");
        duty(contacts, aboveAll, WARM_UP);
        dutyRow("asked from above all agencies", contacts, aboveAll);
        dutyRow("each caller for its own agency", contacts, singles());
        dutyRow("from above, through the front door", new Door(vertx, stack.frontDoor()), aboveAll);
    }

    private List<Asking> aboveAll() {
        String token = stack.token(DemoIdentities.DUTY_DESK);
        return IntStream.range(0, DirectoryDocument.AGENCIES)
                .mapToObj(i -> new Asking(token, DirectoryDocument.code(i)))
                .toList();
    }

    private List<Asking> singles() {
        return IntStream.range(0, SINGLE_CALLERS)
                .mapToObj(i -> DirectoryDocument.code(i * (DirectoryDocument.AGENCIES / SINGLE_CALLERS)))
                .map(code ->
                        new Asking(stack.token(Identity.of("reporter-" + code, "通報窗口（測試）", code, "reporter")), code))
                .toList();
    }

    private void dutyRow(String who, Door door, List<Asking> asking) {
        progress("duty, " + who);
        duty(door, asking, SHORT_WARM_UP);
        Timings timings = duty(door, asking, LENGTH);
        row(
                "duty at an instant, " + QUESTIONS_A_SECOND + "/s, " + who,
                both(timings),
                "aim p99 10 ms; " + timings.count() + " answers");
    }

    private Timings duty(Door door, List<Asking> asking, Duration length) {
        var questions = new DutyQuestions(door, asking);
        return new OpenLoop(vertx, QUESTIONS_A_SECOND).run(length, number -> questions.ask());
    }

    private void passOnChanges() {
        progress("warming up: changes");
        changes(0, SHORT_WARM_UP.multipliedBy(2));
        progress("changing contacts");
        ContactChanges.Result result = changes(DirectoryDocument.AGENCIES / 2, LENGTH);
        row(
                "change of a contact until escalation would tell the new name, " + CHANGES_A_SECOND + "/s",
                both(result.known()),
                "aim p99 1 s; " + result.known().count() + " changes, looked every "
                        + ContactChanges.BETWEEN_LOOKS.toMillis() + " ms");
        row("the same until contacts has answered", both(result.answered()), "");
    }

    private ContactChanges.Result changes(int from, Duration length) {
        String admin = stack.token(DemoIdentities.DIRECTORY_ADMIN);
        return new ContactChanges(vertx, contacts, admin, dryRuns).run(CHANGES_A_SECOND, from, length);
    }

    private void again(byte[] document) throws Exception {
        progress("exporting, importing again");
        time("export as one document", "", () -> whole.export(""));
        time("export of contacts.csv", "", () -> whole.export("/contacts.csv"));
        time("import again, which changes the names back", "", () -> whole.load(document, ""));
        row("memory of contacts afterwards", Memory.mebibytes(stack.pid("contacts")) + " MiB", "aim 400 MiB");
    }
}
