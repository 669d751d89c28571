package org.tongbao.intake.level.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Classification;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Procedure;

/**
 * 等級: which level counts, and the others beside it.
 *
 * @param effective the one that counts: as reviewed, else as declared, else as calculated
 * @param calculated what the matrix gives, null when no cell of it fits
 * @param first the one first reported, which some limits go by for ever
 * @param because the sentences of the matrix that decided
 */
public record LevelOnRecord(
        Level effective,
        @Nullable Level declared,
        @Nullable Level calculated,
        @Nullable Level reviewed,
        Level first,
        List<Classification.Because> because) {
    public LevelOnRecord {
        because = List.copyOf(because);
    }

    /** The declared level counts until somebody reviewed it; nothing declared and nothing that fits is level 1. */
    public static LevelOnRecord assess(Procedure procedure, Answers answers, @Nullable Level declared) {
        Classification found = procedure.classify(answers).orElse(null);
        Level calculated = found == null ? null : found.level();
        Level effective = declared != null ? declared : calculated != null ? calculated : Level.ONE;
        return new LevelOnRecord(
                effective, declared, calculated, null, effective, found == null ? List.of() : found.because());
    }

    public LevelOnRecord declare(Level level) {
        return new LevelOnRecord(level, level, calculated, reviewed, first, because);
    }

    public LevelOnRecord review(Level level) {
        return new LevelOnRecord(level, declared, calculated, level, first, because);
    }

    /** Other answers calculate another level; it counts only while nobody declared or reviewed one. */
    public LevelOnRecord recalculate(Procedure procedure, Answers answers) {
        LevelOnRecord fresh = assess(procedure, answers, declared);
        Level counts = declared == null && reviewed == null ? fresh.effective() : effective;
        return new LevelOnRecord(counts, declared, fresh.calculated(), reviewed, first, fresh.because());
    }
}
