package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.Report;
import org.tongbao.intake.domain.Reporting;
import org.tongbao.platform.access.Caller;

/** Where reports are entered: the case, what it owes, who may see it, the journal and the announcement at once. */
public interface ReportBook {
    /**
     * Enters a case in the transaction under way, unless its key was taken before. Fails with {@link NumberTaken}.
     *
     * @return whether the key was free
     */
    Uni<Boolean> enter(Caller caller, Entry entry);

    /**
     * @param content the report as it was sent
     * @param answer what the reporter gets, now and whenever the key comes again
     */
    record Entry(
            RepeatKey key,
            Incident incident,
            Report report,
            String content,
            List<Reporting.Opening> opensTo,
            IncidentReported event,
            String answer) {}

    /** Another incident has this number already: draw again. */
    final class NumberTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NumberTaken() {
            super("the number is taken", null, false, false);
        }
    }
}
