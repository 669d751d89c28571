package org.tongbao.intake.rest;

import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Keyed;

/** 影響: the answers that classify an incident. */
public record ImpactRequest(
        @Nullable Harm confidentiality,
        @Nullable Harm integrity,
        @Nullable Interruption availability,
        boolean personalData) {
    public Answers answers() {
        return new Answers(
                confidentiality == null ? null : confidentiality.answer(),
                integrity == null ? null : integrity.answer(),
                availability == null ? null : availability.answer());
    }

    record Harm(String business, String data, String severity) {
        Answers.Harm answer() {
            return new Answers.Harm(
                    word(Answers.Business.class, business),
                    word(Answers.Data.class, data),
                    word(Answers.Severity.class, severity));
        }
    }

    record Interruption(String business, String tolerableInterruption) {
        Answers.Interruption answer() {
            return new Answers.Interruption(
                    word(Answers.Business.class, business),
                    word(Answers.TolerableInterruption.class, tolerableInterruption));
        }
    }

    private static <E extends Enum<E> & Keyed> E word(Class<E> vocabulary, String key) {
        return Keyed.find(vocabulary, key)
                .orElseThrow(() -> new IllegalStateException("the schema lets through " + key));
    }
}
