package org.tongbao.contracts.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 等級評估: sentences and the level that each stands for. Any one that fits is enough, and the highest counts.
 *
 * @param clause where the matrix stands
 */
public record Matrix(
        String clause,
        Source source,
        List<HarmCell> confidentiality,
        List<HarmCell> integrity,
        List<InterruptionCell> availability) {

    public Matrix {
        confidentiality = List.copyOf(confidentiality);
        integrity = List.copyOf(integrity);
        availability = List.copyOf(availability);
    }

    /** A sentence about leaked or tampered data, and the answers that it covers. */
    public record HarmCell(
            Level level,
            Set<Answers.Business> business,
            Set<Answers.Data> data,
            Set<Answers.Severity> severity,
            String rule) {
        boolean covers(Answers.Harm harm) {
            return business.contains(harm.business())
                    && data.contains(harm.data())
                    && severity.contains(harm.severity());
        }
    }

    /** A sentence about interrupted operation, and the answers that it covers. */
    public record InterruptionCell(
            Level level,
            Set<Answers.Business> business,
            Set<Answers.TolerableInterruption> tolerableInterruption,
            String rule) {
        boolean covers(Answers.Interruption interruption) {
            return business.contains(interruption.business())
                    && tolerableInterruption.contains(interruption.tolerableInterruption());
        }
    }

    /** The level for these answers; empty when no aspect is touched. */
    public Optional<Classification> classify(Answers answers) {
        List<Classification.Because> because = new ArrayList<>();
        harm(Aspect.CONFIDENTIALITY, answers.confidentiality()).ifPresent(because::add);
        harm(Aspect.INTEGRITY, answers.integrity()).ifPresent(because::add);
        interruption(answers.availability()).ifPresent(because::add);
        return because.stream()
                .map(Classification.Because::level)
                .max(Comparator.naturalOrder())
                .map(level -> new Classification(level, because));
    }

    /** What decides for leaked ({@code CONFIDENTIALITY}) or tampered ({@code INTEGRITY}) data. */
    public Optional<Classification.Because> harm(Aspect aspect, Answers.@Nullable Harm harm) {
        if (harm == null) {
            return Optional.empty();
        }
        return (aspect == Aspect.CONFIDENTIALITY ? confidentiality : integrity)
                .stream()
                        .filter(cell -> cell.covers(harm))
                        .max(Comparator.comparing(HarmCell::level))
                        .map(cell -> new Classification.Because(aspect, cell.level(), cell.rule()));
    }

    public Optional<Classification.Because> interruption(Answers.@Nullable Interruption interruption) {
        if (interruption == null) {
            return Optional.empty();
        }
        return availability.stream()
                .filter(cell -> cell.covers(interruption))
                .max(Comparator.comparing(InterruptionCell::level))
                .map(cell -> new Classification.Because(Aspect.AVAILABILITY, cell.level(), cell.rule()));
    }
}
