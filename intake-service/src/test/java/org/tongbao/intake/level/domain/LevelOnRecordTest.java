package org.tongbao.intake.level.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

class LevelOnRecordTest {
    private static final Procedure TAIPEI =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();
    private static final Answers LEVEL_THREE = core(Answers.TolerableInterruption.BEYOND);
    private static final Answers LEVEL_TWO = core(Answers.TolerableInterruption.WITHIN);

    @Test
    void otherAnswersCountWhileNobodyDeclaredOrReviewedALevel() {
        LevelOnRecord assessed = LevelOnRecord.assess(TAIPEI, LEVEL_TWO, null);

        LevelOnRecord recalculated = assessed.recalculate(TAIPEI, LEVEL_THREE);

        assertThat(recalculated.effective()).isEqualTo(Level.THREE);
        assertThat(recalculated.first()).isEqualTo(assessed.first());
    }

    @Test
    void aDeclaredLevelStaysWhenTheAnswersChange() {
        LevelOnRecord declared = LevelOnRecord.assess(TAIPEI, LEVEL_THREE, Level.ONE);

        LevelOnRecord recalculated = declared.recalculate(TAIPEI, LEVEL_TWO);

        assertThat(recalculated.effective()).isEqualTo(Level.ONE);
        assertThat(recalculated.calculated()).isNotEqualTo(declared.calculated());
    }

    @Test
    void aReviewedLevelStandsBesideTheDeclaredOne() {
        LevelOnRecord reviewed =
                LevelOnRecord.assess(TAIPEI, LEVEL_THREE, Level.ONE).review(Level.TWO);

        assertThat(reviewed.effective()).isEqualTo(Level.TWO);
        assertThat(reviewed.declared()).isEqualTo(Level.ONE);
        assertThat(reviewed.first()).isEqualTo(Level.ONE);
        assertThat(reviewed.recalculate(TAIPEI, LEVEL_THREE).effective()).isEqualTo(Level.TWO);
    }

    @Test
    void withoutAnyAnswerItIsLevelOne() {
        LevelOnRecord assessed = LevelOnRecord.assess(TAIPEI, new Answers(null, null, null), null);

        assertThat(assessed.effective()).isEqualTo(Level.ONE);
        assertThat(assessed.calculated()).isNull();
        assertThat(assessed.because()).isEmpty();
    }

    private static Answers core(Answers.TolerableInterruption interruption) {
        return new Answers(null, null, new Answers.Interruption(Answers.Business.CORE, interruption));
    }
}
