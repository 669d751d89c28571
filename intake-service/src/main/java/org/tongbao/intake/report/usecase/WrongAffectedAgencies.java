package org.tongbao.intake.report.usecase;

import java.util.List;

/** A report names as affected what cannot be told: an agency that the directory does not know, or the reporting one itself. */
public final class WrongAffectedAgencies extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Wrong> wrong;

    WrongAffectedAgencies(List<Wrong> wrong) {
        super("affected agencies", null, false, false);
        this.wrong = List.copyOf(wrong);
    }

    public List<Wrong> wrong() {
        return wrong;
    }

    /**
     * @param position in the report, from 0
     */
    public record Wrong(int position, Why why) {}

    /** What is wrong with one. */
    public enum Why {
        UNKNOWN,
        ITSELF
    }
}
