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
import java.util.Locale;
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
        Map<String, Part> parts = benchmark.parts();
        if (!parts.keySet().containsAll(wanted)) {
            System.err.println("Usage: deploy/benchmark/run [part …], a part is one of " + parts.keySet());
            System.exit(2);
        }
        try {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                if (wanted.isEmpty() || wanted.contains(part.getKey())) {
                    part.getValue().measure();
                }
            }
        } finally {
            benchmark.vertx.close();
        }
        System.exit(0); // the servers of the stack leave threads of their own
    }

    @FunctionalInterface
    private interface Part {
        void measure() throws Exception;
    }

    private Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("start", this::startAndMemory);
        parts.put("mail", this::toLastMail);
        parts.put("rates", this::throughput);
        parts.put("directory", this::directory);
        return parts;
    }

    /** Only contacts is running besides the infrastructure, with the small heap of the local stack. */
    private void directory() throws Exception {
        byte[] document = WholeDirectory.document();
        try (LocalStack stack = start(LocalOptions.forTests().only("contacts"))) {
            var whole = new WholeDirectory(stack);
            String what = "10,000 agencies, 30,000 contacts, 10,000 shifts";
            progress("importing " + what + ", " + document.length / 1024 / 1024 + " MiB");
            time("dry run of " + what, "", () -> whole.load(document, "?dryRun=true"));
            long began = System.nanoTime();
            time("import of the same, into nothing", "aim 60 s", () -> whole.load(document, ""));
            long imported = System.nanoTime();
            whole.awaitEntries();
            row("from there until the last entry is on its topic", seconds(System.nanoTime() - imported), "aim 60 s");
            row("import and entries in all", seconds(System.nanoTime() - began), "");
            time("both topics read from the beginning", "aim 30 s", whole::awaitEntries);
            time("import again, which changes nothing", "", () -> whole.load(document, ""));
            time("export as one document", "", () -> whole.export(""));
            time("export of contacts.csv", "", () -> whole.export("/contacts.csv"));
            row("memory of contacts afterwards", Memory.mebibytes(stack.pid("contacts")) + " MiB", "aim 400 MiB");
        }
    }

    private static void time(String what, String aim, Part part) throws Exception {
        long began = System.nanoTime();
        part.measure();
        row(what, seconds(System.nanoTime() - began), aim);
    }

    private void startAndMemory() throws Exception {
        Path data = Files.createTempDirectory("tongbao-benchmark-");
        LocalOptions options = LocalOptions.wellKnown(root, data).on(LocalPorts.free(Options.SERVICES));
        start(options).close();
        long began = System.nanoTime();
        try (LocalStack stack = start(options)) {
            row("stack ready, second start", seconds(System.nanoTime() - began), "aim 12 s");
            for (String service : Options.SERVICES) {
                stack.stop(service);
                long serviceBegan = System.nanoTime();
                stack.start(service);
                row("start of " + service, seconds(System.nanoTime() - serviceBegan), "");
            }
            memory(stack, data);
        }
    }

    private static LocalStack start(LocalOptions options) {
        progress("starting the stack");
        return LocalStack.start(options);
    }

    private static void memory(LocalStack stack, Path data) throws Exception {
        long total = 0;
        for (String service : Options.SERVICES) {
            long size = Memory.mebibytes(stack.pid(service));
            total += size;
            row("memory of " + service, size + " MiB", "");
        }
        long postgres = Memory.mebibytesOfPostgres(data);
        long launcher = Memory.mebibytes(ProcessHandle.current().pid());
        row("memory of PostgreSQL", postgres + " MiB", "");
        row("memory of Kafka, mail, identity, front door", launcher + " MiB", "this process");
        row("memory in all", total + postgres + launcher + " MiB", "aim 1,229 MiB");
    }

    private void toLastMail() throws Exception {
        try (LocalStack stack = start(LocalOptions.forTests().flags(LocalOptions.FAST))) {
            var probe = new ToLastMail(stack, stack.token(DemoIdentities.REPORTER));
            int expected = probe.mailsOfOneReport();
            progress("warming up, " + expected + " mails a report");
            probe.measure(REPORTS, expected);
            progress("measuring " + REPORTS + " reports to their last mail");
            Timings timings = probe.measure(REPORTS, expected);
            row("report → last of " + expected + " mails", both(timings), "aim p50 30 ms, p99 80 ms");
        }
    }

    /** Only intake is running besides the infrastructure: its reports are what is measured, not who reads their events. */
    private void throughput() throws Exception {
        try (LocalStack stack = start(LocalOptions.forTests().flags(LocalOptions.FAST))) {
            List<String> tokens = agencies(stack).stream()
                    .map(code -> stack.token(Identity.of("reporter-" + code, "通報窗口（測試）", code, "reporter")))
                    .toList();
            List.of("review", "escalation", "contacts").forEach(stack::stop);
            var load = new Load(vertx, stack.frontDoor(), tokens);
            Ceiling ceiling = ceiling(stack, tokens.get(0));

            progress("warming up");
            warmUp(load);
            double before = ceiling.run(50, LENGTH);
            List<Load.Result> results = new ArrayList<>();
            for (int clients : CLIENTS) {
                progress("reports by " + clients + " clients");
                results.add(load.run(clients, LENGTH));
            }
            double after = ceiling.run(50, LENGTH);
            double highest = Math.max(before, after);
            row(
                    "ceiling: the same rows without a service",
                    rate(highest),
                    rate(before) + " before, " + rate(after) + " after");
            for (int i = 0; i < results.size(); i++) {
                Load.Result result = results.get(i);
                String share = Math.round(100 * result.perSecond() / highest) + " % of the ceiling";
                row(
                        "reports by " + CLIENTS.get(i) + " clients",
                        rate(result.perSecond()) + ", " + both(result.timings()),
                        share + refusals(result));
            }
        }
    }

    /** Until the compiler has done its work: three runs in which the rate no longer grows. */
    private static void warmUp(Load load) {
        double best = 0;
        int withoutGain = 0;
        for (int run = 0; run < WARM_UPS && withoutGain < 3; run++) {
            double rate = load.run(50, LENGTH).perSecond();
            progress("warming up: " + rate(rate));
            withoutGain = rate > best * SETTLED ? 0 : withoutGain + 1;
            best = Math.max(best, rate);
        }
    }

    private static String refusals(Load.Result result) {
        return result.refused() == 0 ? "" : ", REFUSED " + result.refused() + ": " + result.firstRefusal();
    }

    private Ceiling ceiling(LocalStack stack, String token) throws Exception {
        String key = UUID.randomUUID().toString();
        var request = HttpRequest.newBuilder(stack.frontDoor().resolve("/api/v1/incidents"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(Reports.levelThree()))
                .build();
        String incident = json(request).get("id").asText();
        String database = Objects.requireNonNull(
                stack.infrastructure().environment("intake").get("TONGBAO_DB_URL"));
        return Ceiling.of(vertx, database, incident, key);
    }

    private static List<String> agencies(LocalStack stack) throws Exception {
        var request = HttpRequest.newBuilder(stack.frontDoor().resolve("/api/v1/agencies?limit=" + AGENCIES))
                .header("Authorization", "Bearer " + stack.token(DemoIdentities.DIRECTORY_ADMIN))
                .build();
        List<String> codes = new ArrayList<>();
        json(request)
                .get("items")
                .forEach(agency -> codes.add(agency.get("code").asText()));
        return codes;
    }

    private static JsonNode json(HttpRequest request) throws Exception {
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String both(Timings timings) {
        return "p50 " + timings.percentile(50) + ", p99 " + timings.percentile(99);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    private static void progress(String what) {
        System.err.println("… " + what);
    }

    private static void row(String what, String value, String remark) {
        System.out.println("| " + what + " | " + value + " | " + remark + " |");
    }
}
