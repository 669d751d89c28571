package org.tongbao.contacts.readiness.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.readiness.domain.Readiness;

/** The readiness of agencies as it was worked out last. Every method works in the transaction under way. */
public interface ReadinessResults {
    /**
     * What an agency's readiness follows from besides its book.
     *
     * @param supervises whether another agency stands under its supervision
     * @param attestedUntil by contact, when its entry must be confirmed again
     */
    record ReadinessInput(String procedure, boolean supervises, Map<UUID, Instant> attestedUntil) {}

    /**
     * @param reasons how many there are
     * @param evaluatedAt null while nobody was ever filed there
     */
    record Listed(
            AgencyCode agency,
            String name,
            @Nullable String nameEnglish,
            int score,
            int reasons,
            @Nullable Instant evaluatedAt) {}

    /** Behind which item of the list to go on. */
    record After(int score, String agency) {}

    /**
     * Agencies right below another one that are not ready, the worst first.
     *
     * @param count how many there are, of which few may be listed
     */
    record Below(List<Listed> worst, int count) {}

    /** How many agencies there are, and how many of them are not ready. */
    record Count(long agencies, long notReady) {}

    Uni<Map<AgencyCode, ReadinessInput>> circumstances(Collection<AgencyCode> agencies);

    Uni<Void> keep(Map<AgencyCode, Readiness> worked, Instant now);

    /** The worst first, of an agency and those below it; one more than the limit when there are more. */
    Uni<List<Listed>> list(AgencyCode by, @Nullable After after, int limit);

    /** Takes agencies of which something is to be reported that day; nobody else gets them, and nobody twice a day. */
    Uni<List<AgencyCode>> takeToReport(LocalDate day, int limit);

    Uni<Below> below(AgencyCode agency, int limit);

    Uni<Count> count();
}
