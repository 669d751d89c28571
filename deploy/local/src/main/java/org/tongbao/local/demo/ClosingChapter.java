package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Step 7: the damage is under control, the closing is filed and received, and the timeline is complete. */
final class ClosingChapter {
    private final DemoIncident demo;

    ClosingChapter(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        demo.narrator.step(7, "損害控制、結報、時序", "Damage control, closing, timeline");
        formTeam();
        controlDamage();
        fileClosing();
        new TimelineChapter(demo).play();
    }

    private void formTeam() {
        JsonNode after = record("team", """
            {"formedAt": "%s", "members": [{"seat": "incident-commander", "name": "資安長丁（測試）", "title": "副局長"},
             {"seat": "report-window", "name": "通報窗口甲（測試）"}]}\
            """.formatted(DemoIncident.text(Instant.now())));
        String state = DemoIncident.obligation(after, "team").path("state").asText();
        demo.narrator.at(Instant.now(), "成立通報應變小組（§18）", "The response team was formed");
        demo.checks.equal(
                demo.pace == Pace.FAST ? "逾期後完成，仍記為逾期" : "應變小組於期限內成立",
                demo.pace == Pace.FAST ? "late stays late" : "the team was formed in time",
                demo.pace == Pace.FAST ? "MET_LATE" : "MET",
                state);
    }

    private void controlDamage() {
        JsonNode after = record("milestones", """
            {"milestone": "CONTAINED", "at": "%s", "note": "已移除後門並重建主機。"}\
            """.formatted(DemoIncident.text(Instant.now())));
        demo.narrator.at(Instant.now(), "登錄完成損害控制（§21）", "Damage control was recorded");
        demo.checks.equal(
                "損害控制於期限內完成，案件為已控制",
                "damage control was met in time, the case is contained",
                "MET CONTAINED",
                DemoIncident.obligation(after, "damage-control").path("state").asText() + " "
                        + after.path("state").asText());
    }

    private void fileClosing() {
        JsonNode filed = record("closing-request", """
            {"summary": "後門已移除，主機重建，弱點已修補並完成驗證。"}\
            """);
        demo.narrator.at(Instant.now(), "提出結報（§31(五)）", "The closing was filed");
        demo.checks.equal(
                "結報於期限內提出",
                "the closing was filed in time",
                "MET CLOSING_FILED",
                DemoIncident.obligation(filed, "closing").path("state").asText() + " "
                        + filed.path("state").asText());
        String receiving = demo.people.related(demo.participants.agency(), "receiving");
        new RecipientCheck(demo)
                .checkMail(
                        MailSubject.CLOSING_FILED,
                        demo.people.holding(receiving, List.of("reviewer")).stream()
                                .map(Person::mail)
                                .toList(),
                        "受通報機關輪值審核人得知結報",
                        "the on-duty reviewer of the receiving authority is notified");
        ReviewChapter.decide(demo, ReviewChapter.waiting(demo, "CLOSING"), """
            {"outcome": "RECEIVED", "basis": "結報收訖。"}\
            """);
        JsonNode closed = demo.await(now -> now.path("state").asText().equals("CLOSED"));
        demo.narrator.at(
                Instant.now(),
                "受通報機關收訖結報，事件結案",
                "The receiving authority received the closing: the incident is closed");
        demo.checks.equal(
                "案件已結案", "the case is closed", "CLOSED", closed.path("state").asText());
        new RecipientCheck(demo)
                .checkMail(
                        MailSubject.CLOSING_RECEIVED,
                        LevelChangeChapter.reporter(demo),
                        "通報機關得知結報結果",
                        "the reporting agency is notified");
        new RecipientCheck(demo)
                .checkMail(
                        MailSubject.CLOSED,
                        LevelChangeChapter.everybody(demo),
                        "先前已通知的每個人得知結案",
                        "everybody notified before is notified of the closing");
    }

    private JsonNode record(String kind, String body) {
        return demo.suite
                .as(demo.participants.reporter())
                .post(
                        demo.path("/" + kind),
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json();
    }
}
