package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Answers.Business;
import org.tongbao.contracts.procedure.Answers.Data;
import org.tongbao.contracts.procedure.Answers.Harm;
import org.tongbao.contracts.procedure.Answers.Severity;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.Source;

/** {@code tw-2026}, as far as the regulation was seen. */
class LawInForceTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Procedure law =
            ProcedureFiles.shipped().byId(Procedures.DEFAULT).orElseThrow();

    @Test
    void sensitiveDataCountsByItsBusiness() {
        assertThat(levelOf(Business.CORE, Data.SENSITIVE, Severity.MINOR)).isEqualTo(Level.TWO);
        assertThat(levelOf(Business.CORE, Data.OFFICIAL_SECRET, Severity.MINOR)).isEqualTo(Level.THREE);
        assertThat(law.content()).doesNotContain("敏感資訊");
    }

    @Test
    void theFinalReportIsDueAMonthAfterControlAtEveryLevel() {
        Anchors anchors = Anchors.of(Map.of(Anchor.CONTAINED, at("2026-01-30T10:00+08:00")));

        assertThat(Stream.of(Level.values())
                        .flatMap(level -> law.openLimits(level, level, Set.of(), anchors, TAIPEI).stream())
                        .filter(open -> open.key().equals("final-report"))
                        .map(Obligation.Open::dueAt))
                .hasSize(4)
                .containsOnly(at("2026-03-01T00:00+08:00"));
    }

    @Test
    void theReviewResultGoesOnWithinAnHour() {
        Anchors anchors = Anchors.of(Map.of(Anchor.REVIEWED, at("2026-11-20T10:00+08:00")));

        assertThat(law.openLimits(Level.ONE, Level.ONE, Set.of(), anchors, TAIPEI))
                .filteredOn(open -> open.key().equals("review-result"))
                .extracting(Obligation.Open::dueAt)
                .containsExactly(at("2026-11-20T11:00+08:00"));
    }

    @Test
    void whatWasNotSeenIsMarked() {
        assertThat(law.matrix().source()).isEqualTo(Source.ASSUMED_FROM_2021);
        assertThat(law.finalReport().source()).isEqualTo(Source.ASSUMED_FROM_2021);
        assertThat(law.obligations())
                .filteredOn(rule -> rule.source() != Source.TEXT)
                .extracting(Obligation::key)
                .containsExactly("response-meeting", "closing");
        assertThat(law.notices())
                .filteredOn(rule -> rule.source() == Source.TEXT)
                .extracting(rule -> rule.clause())
                .containsOnly("第7條第2項");
    }

    private Level levelOf(Business business, Data data, Severity severity) {
        return law.classify(new Answers(new Harm(business, data, severity), null, null))
                .orElseThrow()
                .level();
    }

    private static java.time.Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
