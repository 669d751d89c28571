package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Looks agencies up, each with how much of it the caller may see. */
@ApplicationScoped
public class FindAgencies {
    private final Transactions transactions;
    private final Agencies agencies;

    FindAgencies(Transactions transactions, Agencies agencies) {
        this.transactions = transactions;
        this.agencies = agencies;
    }

    public Uni<Optional<Revised<ListedAgency>>> find(Caller caller, AgencyCode code) {
        return transactions.as(
                caller, () -> agencies.reach(Agencies.of(caller), code).chain(reach -> agencies.find(code)
                        .map(found ->
                                found.map(it -> new Revised<>(new ListedAgency(it.value(), reach), it.revision())))));
    }

    public Uni<List<ListedAgency>> list(Caller caller, AgencySearch search) {
        return transactions.as(caller, () -> agencies.list(search));
    }
}
