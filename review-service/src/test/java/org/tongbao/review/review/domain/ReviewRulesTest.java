package org.tongbao.review.review.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.domain.IncidentRef;

/** What the shipped procedures say to reviews. */
class ReviewRulesTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-20T00:46:12.431Z");
    private static final Procedure TAIPEI =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();

    @ParameterizedTest
    @EnumSource(Level.class)
    @Requirement({"S2-18", "S2-19"})
    void theLimitCountsFromTheReceptionOfTheReport(Level level) {
        ReviewTerms terms = new ReviewRules(TAIPEI).level(incident(level)).orElseThrow();

        assertThat(terms.anchoredAt()).isEqualTo(RECEIVED);
        assertThat(terms.dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(level.severe() ? 2 : 8)));
        assertThat(terms.clause()).isEqualTo(level.severe() ? "§15(二)" : "§15(一)");
        assertThat(terms.informationClause()).isEqualTo("§16");
        assertThat(terms.outcomes()).containsExactly(Outcome.CONFIRMED, Outcome.RELEVELED);
    }

    @Test
    void aKnownAnchorIsCountedFromAgain() {
        Instant known = RECEIVED.minus(Duration.ofMinutes(5));

        ReviewTerms terms = new ReviewRules(TAIPEI)
                .level(incident(Level.THREE).anchoredAt(known))
                .orElseThrow();

        assertThat(terms.anchoredAt()).isEqualTo(known);
    }

    @Test
    @Requirement("S2-40")
    void aClosingUnderTaipeisProcedureIsReceivedAndMayBeQuestioned() {
        ReviewTerms terms = new ReviewRules(TAIPEI).closing(incident(Level.THREE), RECEIVED);

        assertThat(terms.outcomes()).containsExactly(Outcome.RECEIVED, Outcome.QUESTIONED);
        assertThat(terms.dueAt()).isNull();
        assertThat(terms.clause()).isEqualTo("§31(五)");
    }

    @Test
    void aClosingIsReviewedAtTheLevelsThatTheProcedureNames() {
        Procedure reviewing = ProcedureFiles.read(
                "reviewing",
                TAIPEI.content().replace("\"questionable\":true", "\"questionable\":true,\"review-levels\":\"3-4\""));

        assertThat(new ReviewRules(reviewing)
                        .closing(incident(Level.THREE), RECEIVED)
                        .outcomes())
                .isEqualTo(List.of(Outcome.ACCEPTED, Outcome.QUESTIONED));
        assertThat(new ReviewRules(reviewing)
                        .closing(incident(Level.TWO), RECEIVED)
                        .outcomes())
                .contains(Outcome.RECEIVED);
    }

    private static Incident incident(Level level) {
        return new Incident(
                new IncidentRef(new IncidentId(new UUID(0, 2)), "2026-7F3K-9Q2C", "TPE-EDU", false),
                TAIPEI.hash(),
                level,
                level,
                Map.of(Anchor.AWARE, RECEIVED.minus(Duration.ofMinutes(26)), Anchor.RECEIVED, RECEIVED),
                "reporter",
                null);
    }
}
