package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.local.LocalOptions;

/** Step 1: a level 3 incident is reported and taken. */
final class ReportChapter {
    private static final String REPORT = "deploy/local/examples/report-taipei-level-3.json";
    private static final String NUMBER = "\\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}";
    private static final int TRIES = 20;
    private static final int[] COLUMNS = {20, 22, 12, 24, 8};
    private static final Map<String, String> ASPECTS =
            Map.of("confidentiality", "機密性", "integrity", "完整性", "availability", "可用性");
    private static final Map<String, String> STATES = Map.of(
            "OPEN", "待辦 open",
            "WAITING", "待起算 waiting",
            "MET", "完成 met",
            "MET_LATE", "逾期完成 met late",
            "OVERDUE", "逾期 overdue",
            "LAPSED", "免除 lapsed");

    private final DemoIncident demo;

    ReportChapter(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        if (demo.pace == Pace.FAST) {
            new WarmUp(demo).play();
        }
        demo.narrator.step(1, "通報", "Report");
        if (demo.pace == Pace.FAST && DemoAgency.importInto(demo.suite, demo.participants)) {
            demo.narrator.both("通訊錄新增示範機關 " + DemoAgency.CODE, "The demonstration agency was added to the directory");
        }
        Instant call = Instant.now();
        JsonNode response = reported();
        demo.opened(response);
        narrator(response, Duration.between(call, Instant.now()));
        check(response);
    }

    // The directory travels by an event: until intake has read it, a new agency counts as unknown.
    private JsonNode reported() {
        for (int i = 0; i < TRIES; i++) {
            String key = UUID.randomUUID().toString();
            String body = body();
            JsonNode response = post(key, body);
            if (!response.path("procedureAssumed").asBoolean()) {
                demo.checks.equal(
                        "同一 Idempotency-Key 再送，得同一案",
                        "the same key again gives the same case",
                        response,
                        post(key, body));
                return response;
            }
            Poll.pause(Duration.ofMillis(250));
        }
        throw new ScenarioAborted("通報服務不認得機關 intake does not know the agency " + demo.participants.agency());
    }

    private JsonNode post(String key, String body) {
        return demo.suite
                .as(demo.participants.reporter())
                .post("/api/v1/incidents", body, "Idempotency-Key", key)
                .expect(201)
                .json();
    }

    /** The example, its times moved so that the agency became aware some time ago. */
    private String body() {
        ObjectNode report = (ObjectNode) example();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant aware = now.minus(demo.pace.awareFor);
        Duration shift = Duration.between(DemoIncident.time(report.path("awareAt")), aware);
        for (String time : List.of("occurredAt", "discoveredAt", "awareAt")) {
            report.put(
                    time, DemoIncident.text(DemoIncident.time(report.path(time)).plus(shift)));
        }
        ObjectNode approval = (ObjectNode) report.path("approval");
        Instant approved = DemoIncident.time(approval.path("at")).plus(shift);
        approval.put("at", DemoIncident.text(approved.isBefore(now) ? approved : now));
        approval.put("contact", demo.participants.ciso());
        demo.awareAt(aware);
        return report.toString();
    }

    private static JsonNode example() {
        try {
            return Suite.JSON.readTree(
                    Files.readString(LocalOptions.repository().resolve(REPORT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void narrator(JsonNode response, Duration took) {
        int level = response.at("/level/effective").asInt();
        demo.narrator.at(
                demo.received(),
                "%s通報第 %d 級資安事件，案件編號 %s（%d ms）"
                        .formatted(
                                demo.people.nameOf(demo.participants.agency()), level, demo.number(), took.toMillis()),
                "%s reported a level %d incident, number %s"
                        .formatted(demo.people.englishNameOf(demo.participants.agency()), level, demo.number()));
        for (JsonNode because : response.at("/level/because")) {
            demo.narrator.line("第 %d 級 · %s：%s"
                    .formatted(
                            because.path("level").asInt(),
                            ASPECTS.getOrDefault(because.path("aspect").asText(), ""),
                            because.path("rule").asText()));
        }
        demo.narrator.blank();
        demo.narrator.row(COLUMNS, "期限 due", "剩餘 left", "條號 clause", "起算 anchor", "應辦事項 obligation");
        response.path("obligations").forEach(this::row);
    }

    private void row(JsonNode obligation) {
        JsonNode due = obligation.path("dueAt");
        demo.narrator.row(
                COLUMNS,
                DemoIncident.timeIfAny(due).map(Narrator::clock).orElse("—"),
                left(obligation),
                obligation.path("clause").asText(),
                obligation.path("anchor").asText(),
                obligation.at("/name/zh").asText() + " "
                        + obligation.at("/name/en").asText());
    }

    private static String left(JsonNode obligation) {
        String state = obligation.path("state").asText();
        return state.equals("OPEN") && obligation.path("dueAt").isTextual()
                ? Narrator.left(Duration.between(Instant.now(), DemoIncident.time(obligation.path("dueAt"))))
                : STATES.getOrDefault(state, state);
    }

    private void check(JsonNode response) {
        demo.checks.that(
                "案件編號可以念出來", "a number people can read out", demo.number().matches(NUMBER), NUMBER, demo.number());
        demo.checks.equal(
                "機關與作業程序",
                "agency and procedure",
                demo.participants.agency() + " " + demo.pace.procedure,
                response.path("agency").asText() + " "
                        + response.path("procedure").asText());
        demo.checks.equal(
                "等級與各構面理由",
                "the level, with its reasons by aspect",
                List.of("3", "availability 2", "confidentiality 3", "integrity 3"),
                reasons(response.path("level")));
        demo.checks.equal(
                "各項應辦、條號、起算點與期限", "obligations with clause, anchor and due time", expected(), found(response));
    }

    private static List<String> reasons(JsonNode level) {
        var reasons = new TreeSet<String>();
        level.path("because").forEach(because -> {
            if (!because.path("rule").asText().isBlank()) {
                reasons.add(because.path("aspect").asText() + " "
                        + because.path("level").asText());
            }
        });
        var all = new ArrayList<String>();
        all.add(level.path("effective").asText());
        all.addAll(reasons);
        return all;
    }

    private List<String> expected() {
        Instant aware = demo.aware();
        return List.of(
                row("report", "§10", "aware", aware.plus(demo.pace.report), "MET"),
                row("lateral-notice", "§12", "aware", aware.plus(demo.pace.lateral), "OPEN"),
                row("team", "§18(二)", "aware", aware.plus(demo.pace.team), "OPEN"),
                row("level-review", "§15(二)", "received", demo.received().plus(demo.pace.review), "OPEN"),
                row("damage-control", "§21(二)", "aware", aware.plus(demo.pace.damageControl), "OPEN"),
                row("response-meeting", "§20", "initially-contained", null, "WAITING"),
                row("effect-report", "§23(一)", "contained", null, "WAITING"),
                row("closing", "§31(五)", "aware", closingDue(aware), "OPEN"));
    }

    private List<String> found(JsonNode response) {
        return expected().stream()
                .map(it -> it.substring(0, it.indexOf(' ')))
                .map(key -> DemoIncident.obligation(response, key))
                .map(found -> row(
                        found.path("key").asText(),
                        found.path("clause").asText(),
                        found.path("anchor").asText(),
                        DemoIncident.timeIfAny(found.path("dueAt")).orElse(null),
                        found.path("state").asText()))
                .toList();
    }

    private static String row(String key, String clause, String anchor, @Nullable Instant due, String state) {
        return "%s %s %s %s %s".formatted(key, clause, anchor, due == null ? "—" : due, state);
    }

    /** 民法 §121: the month begins on the day after, and ends with the day before the one that corresponds. */
    private Instant closingDue(Instant aware) {
        if (!demo.pace.closing.isZero()) {
            return aware.plus(demo.pace.closing);
        }
        LocalDate first = aware.atZone(Narrator.TAIPEI).toLocalDate().plusDays(1);
        LocalDate corresponding = first.plusMonths(1);
        LocalDate over =
                corresponding.getDayOfMonth() == first.getDayOfMonth() ? corresponding : corresponding.plusDays(1);
        return over.atStartOfDay(Narrator.TAIPEI).toInstant();
    }
}
