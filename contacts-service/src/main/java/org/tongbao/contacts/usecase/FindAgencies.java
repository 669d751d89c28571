package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contacts.domain.Reach;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Hierarchy;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Looks agencies up, each with how much of it the caller may see. */
@ApplicationScoped
public class FindAgencies {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Ledger ledger;

    FindAgencies(Transactions transactions, Agencies agencies, Ledger ledger) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.ledger = ledger;
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

    /** As it was, or will be, at an instant, as it was known at another. What the caller may see is a matter of now. */
    public Uni<Optional<ListedAgency>> findAsOf(Caller caller, AgencyCode code, Instant at, Instant knownAt) {
        return transactions.as(caller, () -> ledger.agency(code, at, knownAt)
                .chain(line -> placed(Agencies.of(caller), line.stream().toList(), at, knownAt))
                .map(listed -> listed.stream().findFirst()));
    }

    public Uni<List<ListedAgency>> listAsOf(Caller caller, AgencySearch search, Instant at, Instant knownAt) {
        return transactions.as(caller, () -> ledger.agencies(search, at, knownAt)
                .chain(lines -> placed(Agencies.of(caller), lines, at, knownAt)));
    }

    private Uni<List<ListedAgency>> placed(AgencyCode by, List<Line> lines, Instant at, Instant knownAt) {
        List<AgencyCode> codes = lines.stream().map(Line::agency).toList();
        return ledger.parents(at, knownAt)
                .map(parents -> new Hierarchy(parents, Set.of()))
                .chain(hierarchy -> agencies.reaches(by, codes).map(reaches -> lines.stream()
                        .filter(it -> it.fact() instanceof Agency)
                        .map(it -> listed(it, hierarchy, reaches))
                        .toList()));
    }

    private static ListedAgency listed(Line line, Hierarchy hierarchy, Map<AgencyCode, Reach> reaches) {
        Agency agency = (Agency) Objects.requireNonNull(line.fact());
        return new ListedAgency(
                new PlacedAgency(agency, hierarchy.path(agency.code()), 0, 0, line.filedAt()),
                reaches.getOrDefault(agency.code(), Reach.NAME));
    }
}
