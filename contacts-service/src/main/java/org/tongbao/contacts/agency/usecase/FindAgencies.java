package org.tongbao.contacts.agency.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Hierarchy;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.usecase.Ledger;
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

    public Uni<Optional<Versioned<ListedAgency>>> find(Caller caller, AgencyCode code) {
        return transactions.as(
                caller, () -> agencies.access(Agencies.of(caller), code).chain(access -> agencies.find(code)
                        .map(found -> found.map(
                                it -> new Versioned<>(new ListedAgency(it.value(), access), it.revision())))));
    }

    public Uni<List<ListedAgency>> list(Caller caller, AgencySearch search) {
        return transactions.as(caller, () -> agencies.list(search));
    }

    /** As it was, or will be, at an instant, as it was known at another. What the caller may see is a matter of now. */
    public Uni<Optional<ListedAgency>> findAsOf(Caller caller, AgencyCode code, Instant at, Instant knownAt) {
        return transactions.as(caller, () -> ledger.agency(code, at, knownAt)
                .chain(entry -> placed(Agencies.of(caller), entry.stream().toList(), at, knownAt))
                .map(listed -> listed.stream().findFirst()));
    }

    public Uni<List<ListedAgency>> listAsOf(Caller caller, AgencySearch search, Instant at, Instant knownAt) {
        return transactions.as(caller, () -> ledger.agencies(search, at, knownAt)
                .chain(entries -> placed(Agencies.of(caller), entries, at, knownAt)));
    }

    private Uni<List<ListedAgency>> placed(AgencyCode by, List<LedgerEntry> entries, Instant at, Instant knownAt) {
        List<AgencyCode> codes = entries.stream().map(LedgerEntry::agency).toList();
        return ledger.parents(at, knownAt)
                .map(parents -> new Hierarchy(parents, Set.of()))
                .chain(hierarchy -> agencies.accesses(by, codes).map(accesses -> entries.stream()
                        .filter(it -> it.fact() instanceof Agency)
                        .map(it -> listed(it, hierarchy, accesses))
                        .toList()));
    }

    private static ListedAgency listed(LedgerEntry entry, Hierarchy hierarchy, Map<AgencyCode, AgencyAccess> accesses) {
        Agency agency = (Agency) Objects.requireNonNull(entry.fact());
        return new ListedAgency(
                new AgencyInTree(agency, hierarchy.path(agency.code()), 0, 0, entry.filedAt()),
                accesses.getOrDefault(agency.code(), AgencyAccess.NAME));
    }
}
