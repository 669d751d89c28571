package org.tongbao.contracts.procedure.yaml;

import java.util.ArrayList;
import java.util.List;
import org.tongbao.contracts.procedure.Answers.Business;
import org.tongbao.contracts.procedure.Answers.Data;
import org.tongbao.contracts.procedure.Answers.Harm;
import org.tongbao.contracts.procedure.Answers.Interruption;
import org.tongbao.contracts.procedure.Answers.Severity;
import org.tongbao.contracts.procedure.Answers.TolerableInterruption;
import org.tongbao.contracts.procedure.Aspect;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Matrix;
import org.tongbao.contracts.procedure.Matrix.HarmCell;
import org.tongbao.contracts.procedure.Matrix.InterruptionCell;

/** Reads the matrix, and finds the answers that no sentence covers. */
final class MatrixReader {
    private MatrixReader() {}

    static Matrix read(Section section) {
        Matrix matrix = new Matrix(
                Words.clause(section, "clause"),
                ProcedureReader.source(section),
                harm(section, "confidentiality"),
                harm(section, "integrity"),
                availability(section));
        if (section.mistakes().none()) {
            refuseHoles(section, matrix);
        }
        return matrix;
    }

    private static List<HarmCell> harm(Section section, String aspect) {
        List<HarmCell> cells = new ArrayList<>();
        section.listedSections(
                aspect,
                cell -> cells.add(new HarmCell(
                        level(cell),
                        Words.wordSet(cell, "business", Business.class),
                        Words.wordSet(cell, "data", Data.class),
                        Words.wordSet(cell, "severity", Severity.class),
                        Words.text(cell, "rule"))));
        return cells;
    }

    private static List<InterruptionCell> availability(Section section) {
        List<InterruptionCell> cells = new ArrayList<>();
        section.listedSections(
                "availability",
                cell -> cells.add(new InterruptionCell(
                        level(cell),
                        Words.wordSet(cell, "business", Business.class),
                        Words.wordSet(cell, "tolerable-interruption", TolerableInterruption.class),
                        Words.text(cell, "rule"))));
        return cells;
    }

    private static Level level(Section cell) {
        int number = Words.number(cell, "level", 1);
        if (Level.exists(number)) {
            return Level.of(number);
        }
        cell.wrongValue("level", "no level " + number);
        return Level.ONE;
    }

    private static void refuseHoles(Section section, Matrix matrix) {
        for (Business business : Business.values()) {
            for (Data data : Data.values()) {
                for (Severity severity : Severity.values()) {
                    refuseHole(section, matrix, Aspect.CONFIDENTIALITY, new Harm(business, data, severity));
                    refuseHole(section, matrix, Aspect.INTEGRITY, new Harm(business, data, severity));
                }
            }
            for (TolerableInterruption interruption : TolerableInterruption.values()) {
                if (matrix.interruption(new Interruption(business, interruption))
                        .isEmpty()) {
                    section.wrongValue(
                            "availability",
                            "no sentence of availability covers business " + business.key()
                                    + ", tolerable-interruption " + interruption.key());
                }
            }
        }
    }

    private static void refuseHole(Section section, Matrix matrix, Aspect aspect, Harm harm) {
        if (matrix.harm(aspect, harm).isEmpty()) {
            section.wrongValue(
                    aspect.key(),
                    "no sentence of " + aspect.key() + " covers business "
                            + harm.business().key() + ", data " + harm.data().key() + ", severity "
                            + harm.severity().key());
        }
    }
}
