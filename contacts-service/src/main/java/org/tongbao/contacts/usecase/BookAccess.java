package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contracts.procedure.Procedures;

/** Who may change an agency's people, and under which rules. */
@ApplicationScoped
class BookAccess {
    private final Agencies agencies;
    private final Procedures procedures;

    BookAccess(Agencies agencies, Procedures procedures) {
        this.agencies = agencies;
        this.procedures = procedures;
    }

    /** The agency's facts, when the other one may change its people. */
    Uni<Agency> mayChange(AgencyCode by, AgencyCode agency) {
        return agencies.access(by, agency)
                .invoke(reach -> {
                    switch (reach) {
                        case NOWHERE, NAME -> throw new Refused(Refused.Reason.UNKNOWN);
                        case RELATED -> throw new Refused(Refused.Reason.OUTSIDE_SCOPE);
                        case WITHIN -> {
                            // may
                        }
                    }
                })
                .chain(() -> agencies.facts(agency))
                .map(Optional::orElseThrow);
    }

    boolean isProcedure(String id) {
        return procedures.byId(id).isPresent();
    }

    Uni<BookRules> rules(Agency agency) {
        return agencies.supervises(agency.code())
                .map(supervises ->
                        BookRules.of(procedures.byId(agency.procedure()).orElse(null), supervises));
    }
}
