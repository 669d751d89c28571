package org.tongbao.contracts.procedure.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** Procedure files that cannot be used; the message has a line for each mistake. */
public final class WrongProcedureFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public WrongProcedureFile(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
