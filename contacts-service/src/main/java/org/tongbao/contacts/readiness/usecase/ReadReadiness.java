package org.tongbao.contacts.readiness.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.people.usecase.ReadBook;
import org.tongbao.contacts.readiness.domain.Readiness;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** How ready an agency is at this moment, and which of those below it are the least ready. */
@ApplicationScoped
public class ReadReadiness {
    private final Transactions transactions;
    private final ReadBook readBook;
    private final ReadinessResults readinessResults;
    private final EvaluateReadiness evaluateReadiness;
    private final Clock clock;

    ReadReadiness(
            Transactions transactions,
            ReadBook readBook,
            ReadinessResults readinessResults,
            EvaluateReadiness evaluateReadiness,
            Clock clock) {
        this.transactions = transactions;
        this.readBook = readBook;
        this.readinessResults = readinessResults;
        this.evaluateReadiness = evaluateReadiness;
        this.clock = clock;
    }

    /** Worked out now, so that what was just mended does not show any more. */
    public Uni<Readiness> of(Caller caller, AgencyCode agency) {
        return transactions.as(caller, () -> readBook.read(caller, agency)
                .chain(book -> readinessResults.circumstances(List.of(agency)).map(known -> {
                    var circumstances = known.get(agency);
                    if (circumstances == null) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                    return evaluateReadiness.of(book, circumstances, clock.now());
                })));
    }

    /** The worst first, one more than the limit when there are more; at most a day old where only time has passed. */
    public Uni<List<ReadinessResults.Listed>> worst(Caller caller, ReadinessResults.@Nullable After after, int limit) {
        return transactions.as(caller, () -> readinessResults.list(Agencies.of(caller), after, limit));
    }
}
