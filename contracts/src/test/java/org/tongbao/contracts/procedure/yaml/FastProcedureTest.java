package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Limit;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;

/** The demonstration's procedure is Taipei's, only faster. */
class FastProcedureTest {
    private final Procedures procedures = ProcedureFiles.shippedAnd(Path.of("../deploy/local/procedures"));
    private final Procedure real = procedures.byId("s2-taipei-113").orElseThrow();
    private final Procedure fast = procedures.byId("s2-taipei-113-fast").orElseThrow();

    @Test
    void everyLimitIsSeconds() {
        Instant anchor = Instant.parse("2026-11-20T00:00:00Z");

        assertThat(limits(fast)).isNotEmpty().allSatisfy(limit -> assertThat(
                        Duration.between(anchor, limit.dueAt(anchor, ZoneId.of("Asia/Taipei"))))
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(90)));
        assertThat(fast.ladders().values())
                .flatExtracting(ladder -> ladder.steps())
                .flatExtracting(step -> step.waits().values())
                .isNotEmpty()
                .allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(10)));
    }

    @Test
    void nothingButLimitsAndWaitsDiffers() {
        assertThat(withoutTimes(fast)).isEqualTo(withoutTimes(real));
    }

    private static Stream<Limit> limits(Procedure procedure) {
        return procedure.obligations().stream()
                .map(Obligation::terms)
                .flatMap(terms -> terms.values().stream())
                .flatMap(term -> Stream.ofNullable(term.limit()));
    }

    private static String withoutTimes(Procedure procedure) {
        return procedure
                .content()
                .replaceFirst("\"id\":\"[^\"]*\",\"name\":\\{[^}]*}", "")
                .replaceAll("\"(\\d+(s|m|h)|\\d+ months?|\\d+ days inclusive)\"", "\"…\"");
    }
}
