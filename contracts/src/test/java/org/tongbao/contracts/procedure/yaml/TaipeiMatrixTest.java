package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Answers.Business;
import org.tongbao.contracts.procedure.Answers.Data;
import org.tongbao.contracts.procedure.Answers.Harm;
import org.tongbao.contracts.procedure.Answers.Interruption;
import org.tongbao.contracts.procedure.Answers.Severity;
import org.tongbao.contracts.procedure.Answers.TolerableInterruption;
import org.tongbao.contracts.procedure.Aspect;
import org.tongbao.contracts.procedure.Classification.Because;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.requirement.Requirement;

/** The levels of {@code s2-taipei-113}. */
class TaipeiMatrixTest {
    private final Procedure taipei =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();

    @Test
    @Requirement("S2-05")
    void theExampleIsClassifiedWithTheSentencesThatDecide() {
        Harm harm = new Harm(Business.CORE, Data.SENSITIVE, Severity.MINOR);
        Interruption interruption = new Interruption(Business.CORE, TolerableInterruption.WITHIN);

        var classified = taipei.classify(new Answers(harm, harm, interruption)).orElseThrow();

        assertThat(classified.level()).isEqualTo(Level.THREE);
        assertThat(classified.because())
                .containsExactly(
                        new Because(Aspect.CONFIDENTIALITY, Level.THREE, "一般公務機密、敏感資訊或涉及關鍵基礎設施維運之核心業務資訊遭輕微洩漏"),
                        new Because(Aspect.INTEGRITY, Level.THREE, "一般公務機密、敏感資訊、涉及關鍵基礎設施維運之核心業務資訊或核心資通系統遭輕微竄改"),
                        new Because(
                                Aspect.AVAILABILITY, Level.TWO, "未涉及關鍵基礎設施維運之核心業務或核心資通系統之運作受影響或停頓，於可容忍中斷時間內回復正常運作"));
    }

    @ParameterizedTest
    @CsvSource({
        "NON_CORE, GENERAL, MINOR, 1",
        "NON_CORE, GENERAL, SERIOUS, 2",
        "CORE, GENERAL, MINOR, 2",
        "CORE, GENERAL, SERIOUS, 3",
        "CORE_CI, GENERAL, MINOR, 3",
        "CORE_CI, GENERAL, SERIOUS, 4",
        "NON_CORE, OFFICIAL_SECRET, MINOR, 3",
        "NON_CORE, SENSITIVE, SERIOUS, 4",
        "CORE_CI, SENSITIVE, MINOR, 3",
        "NON_CORE, STATE_SECRET, MINOR, 4"
    })
    void leakedOrTamperedDataHasTheLevelOfTheTable(Business business, Data data, Severity severity, int level) {
        Harm harm = new Harm(business, data, severity);

        assertThat(levelOf(new Answers(harm, null, null))).contains(Level.of(level));
        assertThat(levelOf(new Answers(null, harm, null))).contains(Level.of(level));
    }

    @ParameterizedTest
    @CsvSource({
        "NON_CORE, WITHIN, 1", "NON_CORE, BEYOND, 2", "CORE, WITHIN, 2",
        "CORE, BEYOND, 3", "CORE_CI, WITHIN, 3", "CORE_CI, BEYOND, 4"
    })
    void anInterruptionHasTheLevelOfTheTable(Business business, TolerableInterruption beyond, int level) {
        assertThat(levelOf(new Answers(null, null, new Interruption(business, beyond))))
                .contains(Level.of(level));
    }

    @Test
    void whereNothingIsTouchedThereIsNoLevel() {
        assertThat(levelOf(new Answers(null, null, null))).isEmpty();
    }

    private Optional<Level> levelOf(Answers answers) {
        return taipei.classify(answers).map(classified -> classified.level());
    }
}
