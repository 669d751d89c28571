package org.tongbao.intake.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Classification;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.level.domain.LevelOnRecord;

public record LevelView(
        int effective,
        @Nullable Integer declared,
        @Nullable Integer calculated,
        @Nullable Integer reviewed,
        List<Because> because) {
    public static LevelView of(LevelOnRecord level) {
        return new LevelView(
                level.effective().number(),
                number(level.declared()),
                number(level.calculated()),
                number(level.reviewed()),
                Because.of(level.because()));
    }

    private static @Nullable Integer number(@Nullable Level level) {
        return level == null ? null : level.number();
    }

    public record Because(String aspect, int level, String rule) {
        public static List<Because> of(List<Classification.Because> because) {
            return because.stream()
                    .map(it -> new Because(it.aspect().key(), it.level().number(), it.rule()))
                    .toList();
        }
    }
}
