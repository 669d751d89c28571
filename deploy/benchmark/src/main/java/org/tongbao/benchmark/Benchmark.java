package org.tongbao.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongbao.embedded.Identity;
import org.tongbao.embedded.Options;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalPorts;
import org.tongbao.local.LocalStack;

/** Prints the table of the README. Figures are reported, nothing is gated. */
public final class Benchmark {
    private static final int AGENCIES = 50;
    private static final List<Integer> CLIENTS = List.of(1, 10, 50);
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final int WARM_UPS = 18;
    private static final double SETTLED = 1.03;
    private static final int REPORTS = 200;

    /** As many connections as escalation-service opens to a relay, and about what one notice is in both its forms. */
    private static final int SESSIONS = 20;

    private static final int MAIL_BYTES = 6_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final Vertx vertx = Vertx.vertx();

    private Benchmark(Path root) {
        this.root = root;
    }

    /** Arguments: the folder of the suite, then the parts to measure; without any, all of them. */
    public static void main(String[] arguments) throws Exception {
        var benchmark = new Benchmark(Path.of(arguments[0]));
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        Map<String, Table.Part> parts = benchmark.parts();
        if (!parts.keySet().containsAll(wanted)) {
            System.err.println("Usage: deploy/benchmark/run [part …], a part is one of " + parts.keySet());
            System.exit(2);
        }
        try {
            for (Map.Entry<String, Table.Part> part : parts.entrySet()) {
                if (wanted.isEmpty() || wanted.contains(part.getKey())) {
                    part.getValue().measure();
                }
            }
        } finally {
            benchmark.vertx.close();
        }
        System.exit(0); // the servers of the stack leave threads of their own
    }

    private Map<String, Table.Part> parts() {
        Map<String, Table.Part> parts = new LinkedHashMap<>();
        parts.put("start", this::startAndMemory);
        parts.put("mail", this::mailLatency);
        parts.put("fan-out", this::fanOut);
        parts.put("rates", this::throughput);
        parts.put("directory", () -> DirectoryBenchmark.measure(vertx));
        return parts;
    }

    private void startAndMemory() throws Exception {
        Path data = Files.createTempDirectory("tongbao-benchmark-");
        LocalOptions options = LocalOptions.wellKnown(root, data).on(LocalPorts.free(Options.SERVICES));
        start(options).close();
        long began = System.nanoTime();
        try (LocalStack stack = start(options)) {
            Table.row("stack ready, second start", Table.seconds(System.nanoTime() - began), "aim 12 s");
            for (String service : Options.SERVICES) {
                stack.stop(service);
                long serviceBegan = System.nanoTime();
                stack.start(service);
                Table.row("start of " + service, Table.seconds(System.nanoTime() - serviceBegan), "");
            }
            memory(stack, data);
        }
    }

    static LocalStack start(LocalOptions options) {
        Table.progress("starting the stack");
        return LocalStack.start(options);
    }

    private static void memory(LocalStack stack, Path data) throws Exception {
        long total = 0;
        for (String service : Options.SERVICES) {
            long size = Memory.mebibytes(stack.pid(service));
            total += size;
            Table.row("memory of " + service, size + " MiB", "");
        }
        long postgres = Memory.mebibytesOfPostgres(data);
        long launcher = Memory.mebibytes(ProcessHandle.current().pid());
        Table.row("memory of PostgreSQL", postgres + " MiB", "");
        Table.row("memory of Kafka, mail, identity, gateway", launcher + " MiB", "this process");
        Table.row("memory in all", total + postgres + launcher + " MiB", "aim 1,229 MiB");
    }

    private void mailLatency() throws Exception {
        try (MailSink sink = MailSink.best();
                LocalStack stack =
                        start(sink.receivingFrom(LocalOptions.forTests().flags(LocalOptions.FAST)))) {
            sink.attach(stack);
            var latency = new MailLatency(stack, sink, stack.token(DemoIdentities.REPORTER));
            int expected = latency.mailsOfOneReport();
            Table.progress("warming up, " + expected + " mails a report");
            latency.measure(REPORTS, expected);
            Table.progress("measuring " + REPORTS + " reports to their last mail");
            MailLatency.Result result = latency.measure(REPORTS, expected);
            Table.row("report → first mail accepted, idle", Table.both(result.first()), "aim p50 15 ms, p99 50 ms");
            Table.row(
                    "report → last of the first step's " + expected + " mails, idle",
                    Table.both(result.last()),
                    "aim p50 25 ms, p99 70 ms; mail server: " + sink.name());
        }
    }

    private void fanOut() throws Exception {
        byte[] directory = DirectoryDocument.bytes();
        try (MailSink sink = MailSink.best();
                LocalStack stack =
                        start(sink.receivingFrom(LocalOptions.forTests().flags(LocalOptions.FAST)))) {
            sink.attach(stack);
            Table.progress("importing " + DirectoryDocument.CONTENT);
            new DirectoryTransfer(stack).importDocument(directory, "");
            new DirectoryTopics(stack).awaitEntries();
            Table.progress("fan-out of " + FanOut.MAILS + " lateral notices");
            double rate = new FanOut(vertx, stack, sink).run();
            Table.row(
                    "fan-out: 10,000 lateral notices confirmed → all accepted",
                    Table.rate(rate),
                    "aim 1,000/s; " + FanOut.INCIDENTS + " incidents of " + FanOut.AGENCIES_EACH + "; mail server: "
                            + sink.name());
            sourceRow(sink);
        }
    }

    /** What the same sink takes at most, in the same run. */
    private static void sourceRow(MailSink sink) throws Exception {
        String what = "the same from smtp-source, " + SESSIONS + " sessions of " + MAIL_BYTES + " bytes a mail";
        var program = PostfixTools.find("smtp-source");
        if (program.isEmpty()) {
            Table.row(what, "-", "not installed: Debian's postfix has it");
            return;
        }
        Table.progress("smtp-source");
        double rate = new PostfixSource(program.get()).send(sink.port(), FanOut.MAILS, SESSIONS, MAIL_BYTES);
        Table.row(what, Table.rate(rate), "mail server: " + sink.name());
    }

    /** Only intake is running besides the infrastructure: its reports are what is measured, not who reads their events. */
    private void throughput() throws Exception {
        try (LocalStack stack = start(LocalOptions.forTests().flags(LocalOptions.FAST))) {
            List<String> tokens = agencies(stack).stream()
                    .map(code -> stack.token(Identity.of("reporter-" + code, "通報窗口（測試）", code, "reporter")))
                    .toList();
            List.of("review", "escalation", "contacts").forEach(stack::stop);
            var loop = new ClosedLoop(vertx, stack.gateway(), tokens);
            Ceiling ceiling = ceiling(stack, tokens.get(0));

            Table.progress("warming up");
            warmUp(loop);
            double before = ceiling.run(50, LENGTH);
            List<ClosedLoop.Result> results = new ArrayList<>();
            for (int clients : CLIENTS) {
                Table.progress("reports by " + clients + " clients");
                results.add(loop.run(clients, LENGTH));
            }
            double after = ceiling.run(50, LENGTH);
            double highest = Math.max(before, after);
            Table.row(
                    "ceiling: the same rows without a service",
                    Table.rate(highest),
                    Table.rate(before) + " before, " + Table.rate(after) + " after");
            for (int i = 0; i < results.size(); i++) {
                ClosedLoop.Result result = results.get(i);
                String share = Math.round(100 * result.perSecond() / highest) + " % of the ceiling";
                Table.row(
                        "reports by " + CLIENTS.get(i) + " clients",
                        Table.rate(result.perSecond()) + ", " + Table.both(result.timings()),
                        share + refusals(result));
            }
        }
    }

    /** Until the compiler has done its work: three runs in which the rate no longer grows. */
    private static void warmUp(ClosedLoop loop) {
        double best = 0;
        int withoutGain = 0;
        for (int run = 0; run < WARM_UPS && withoutGain < 3; run++) {
            double rate = loop.run(50, LENGTH).perSecond();
            Table.progress("warming up: " + Table.rate(rate));
            withoutGain = rate > best * SETTLED ? 0 : withoutGain + 1;
            best = Math.max(best, rate);
        }
    }

    private static String refusals(ClosedLoop.Result result) {
        return result.refused() == 0 ? "" : ", REFUSED " + result.refused() + ": " + result.firstRefusal();
    }

    private Ceiling ceiling(LocalStack stack, String token) throws Exception {
        String key = UUID.randomUUID().toString();
        var request = HttpRequest.newBuilder(stack.gateway().resolve("/api/v1/incidents"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(ReportBody.levelThree()))
                .build();
        String incident = json(request).get("id").asText();
        String database = Objects.requireNonNull(
                stack.infrastructure().environment("intake").get("TONGBAO_DB_URL"));
        return Ceiling.of(vertx, database, incident, key);
    }

    private static List<String> agencies(LocalStack stack) throws Exception {
        var request = HttpRequest.newBuilder(stack.gateway().resolve("/api/v1/agencies?limit=" + AGENCIES))
                .header("Authorization", "Bearer " + stack.token(DemoIdentities.DIRECTORY_ADMIN))
                .build();
        List<String> codes = new ArrayList<>();
        json(request)
                .get("items")
                .forEach(agency -> codes.add(agency.get("code").asText()));
        return codes;
    }

    private static JsonNode json(HttpRequest request) throws Exception {
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
