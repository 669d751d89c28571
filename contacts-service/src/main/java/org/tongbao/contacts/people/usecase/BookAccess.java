package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contracts.procedure.Procedures;

/** Who may change an agency's people, and under which rules. */
@ApplicationScoped
public class BookAccess {
    private final Agencies agencies;
    private final Procedures procedures;

    BookAccess(Agencies agencies, Procedures procedures) {
        this.agencies = agencies;
        this.procedures = procedures;
    }

    /** The agency's facts, when the other one may change its people. */
    public Uni<Agency> mayChange(AgencyCode by, AgencyCode agency) {
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

    public boolean isProcedure(String id) {
        return procedures.byId(id).isPresent();
    }

    public Uni<BookRules> rules(Agency agency) {
        return agencies.supervises(agency.code())
                .map(supervises ->
                        BookRules.of(procedures.byId(agency.procedure()).orElse(null), supervises));
    }
}
