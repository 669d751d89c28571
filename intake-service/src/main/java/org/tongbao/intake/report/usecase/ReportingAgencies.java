package org.tongbao.intake.report.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.report.domain.ReportingAgency;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.platform.time.Times;

/** For which agency a caller may report, and under which procedure. */
@ApplicationScoped
class ReportingAgencies {

    private final Transactions transactions;
    private final AgencyTree tree;
    private final ProcedureVersions procedures;

    ReportingAgencies(Transactions transactions, AgencyTree tree, ProcedureVersions procedures) {
        this.transactions = transactions;
        this.tree = tree;
        this.procedures = procedures;
    }

    /** Runs work in one transaction. */
    interface Scope {
        <T> Uni<T> run(Supplier<Uni<T>> work);
    }

    /**
     * Whoever reports does so for its own agency; a duty desk also takes calls from agencies below its own, and from those
     * that report to its own. Fails with {@code FOREIGN_AGENCY} or {@code UNKNOWN_AGENCY}.
     */
    Uni<Scope> scope(Caller caller, String agency) {
        Scope own = new CallerScope(caller);
        if (agency.equals(caller.agency())) {
            return Uni.createFrom().item(own);
        }
        if (!caller.is(Group.DUTY_DESK)) {
            throw new Refused(Refusal.FOREIGN_AGENCY);
        }
        return transactions.as(caller, () -> tree.find(agency)).map(entry -> deskScope(caller, own, entry));
    }

    private Scope deskScope(Caller caller, Scope own, Optional<AgencyEntry> known) {
        AgencyEntry entry = known.orElseThrow(() -> new Refused(Refusal.UNKNOWN_AGENCY));
        if (entry.path().contains(caller.agency()) && tree.isCurrent()) {
            return own;
        }
        if (related(entry.relations()).contains(caller.agency())) {
            // The row-level scope of the caller ends at its subtree; the relation was just checked.
            return new EngineScope();
        }
        throw new Refused(Refusal.FOREIGN_AGENCY);
    }

    /** Call within a transaction. */
    Uni<ReportingAgency> find(String agency) {
        return tree.find(agency).chain(entry -> entry.map(it -> Uni.createFrom().item(known(it)))
                .orElseGet(() -> unknown(agency)));
    }

    /** Nobody stands in a relation to it, so the competent authority at the top of the tree sees the report. */
    private Uni<ReportingAgency> unknown(String agency) {
        return tree.root()
                .map(root -> new ReportingAgency(
                        agency,
                        procedures.standard(),
                        true,
                        Times.TAIPEI,
                        false,
                        root.filter(it -> !it.equals(agency)).stream()
                                .map(it -> new ReportingAgency.Opening(it, Relation.COMPETENT_AUTHORITY))
                                .toList()));
    }

    /**
     * Fails with {@link WrongAffectedAgencies} when one of them is unknown or the reporting agency itself; nobody could be
     * told. Call within a transaction.
     */
    Uni<Void> requireAffected(String agency, List<AffectedAgency> affected) {
        if (affected.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> codes = affected.stream().map(AffectedAgency::agency).toList();
        return tree.unknown(codes)
                .map(unknown -> IntStream.range(0, codes.size())
                        .boxed()
                        .flatMap(it -> wrong(it, codes.get(it), agency, unknown).stream())
                        .toList())
                .invoke(wrong -> {
                    if (!wrong.isEmpty()) {
                        throw new WrongAffectedAgencies(wrong);
                    }
                })
                .replaceWithVoid();
    }

    private static Optional<WrongAffectedAgencies.Wrong> wrong(
            int position, String code, String agency, Set<String> unknown) {
        if (code.equals(agency)) {
            return Optional.of(new WrongAffectedAgencies.Wrong(position, WrongAffectedAgencies.Why.ITSELF));
        }
        return unknown.contains(code)
                ? Optional.of(new WrongAffectedAgencies.Wrong(position, WrongAffectedAgencies.Why.UNKNOWN))
                : Optional.empty();
    }

    private ReportingAgency known(AgencyEntry entry) {
        Optional<Procedure> procedure = procedures.byId(entry.procedure());
        AgencyEntry.Relations relations = entry.relations();
        return new ReportingAgency(
                entry.agency(),
                procedure.orElseGet(procedures::standard),
                procedure.isEmpty(),
                ZoneId.of(entry.zone()),
                relations.cityBureau() != null
                        && relations.receiving() != null
                        && !relations.cityBureau().equals(relations.receiving()),
                openings(entry).stream().toList());
    }

    private static Set<ReportingAgency.Opening> openings(AgencyEntry entry) {
        Set<ReportingAgency.Opening> openings = new LinkedHashSet<>();
        AgencyEntry.Relations relations = entry.relations();
        // The next in the chain of reviewers sees the incident when its turn comes.
        relations.reviewers().stream()
                .filter(it -> !it.equals(entry.agency()))
                .findFirst()
                .ifPresent(it -> add(openings, it, Relation.REVIEWING));
        add(openings, relations.receiving(), Relation.RECEIVING);
        add(openings, relations.superior(), Relation.SUPERIOR);
        add(openings, relations.supervising(), Relation.SUPERVISING);
        add(openings, relations.cityBureau(), Relation.CITY_BUREAU);
        add(openings, relations.sectorAuthority(), Relation.SECTOR_AUTHORITY);
        openings.removeIf(it -> it.agency().equals(entry.agency()));
        return openings;
    }

    private static void add(Set<ReportingAgency.Opening> openings, @Nullable String agency, Relation why) {
        if (agency != null) {
            openings.add(new ReportingAgency.Opening(agency, why));
        }
    }

    private static Set<String> related(AgencyEntry.Relations relations) {
        Set<String> related = new LinkedHashSet<>(relations.reviewers());
        Stream.of(relations.receiving(), relations.superior(), relations.supervising(), relations.cityBureau())
                .filter(Objects::nonNull)
                .forEach(related::add);
        return related;
    }

    private final class CallerScope implements Scope {
        private final Caller caller;

        CallerScope(Caller caller) {
            this.caller = caller;
        }

        @Override
        public <T> Uni<T> run(Supplier<Uni<T>> work) {
            return transactions.as(caller, work);
        }
    }

    private final class EngineScope implements Scope {
        @Override
        public <T> Uni<T> run(Supplier<Uni<T>> work) {
            return transactions.asEngine(work);
        }
    }
}
