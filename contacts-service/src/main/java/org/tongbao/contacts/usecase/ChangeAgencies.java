package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.Proposal;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Creates, changes and moves agencies, all of them or none. */
@ApplicationScoped
public class ChangeAgencies {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Announcements announcements;
    private final Procedures procedures;
    private final Journal journal;

    ChangeAgencies(
            Transactions transactions,
            Agencies agencies,
            Announcements announcements,
            Procedures procedures,
            Journal journal) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.announcements = announcements;
        this.procedures = procedures;
        this.journal = journal;
    }

    /** What changed, those below a moved agency included; empty when all was so already. */
    public Uni<List<AgencyChange>> change(Caller caller, List<Proposal> proposals) {
        var codes = proposals.stream().map(it -> it.agency().code()).collect(Collectors.toSet());
        return transactions.as(caller, () -> agencies.open(codes)
                .map(registry -> registry.change(proposals, Agencies.of(caller), it -> procedures
                        .byId(it)
                        .isPresent()))
                .chain(outcome -> store(caller, outcome)));
    }

    private Uni<List<AgencyChange>> store(Caller caller, Registry.Outcome outcome) {
        if (outcome.changes().isEmpty()) {
            return Uni.createFrom().item(outcome.changes());
        }
        return agencies.treeVersion(outcome.treeChanged())
                .chain(version -> EachInTurn.of(outcome.changes(), it -> store(caller, it, version)))
                .replaceWith(outcome.changes());
    }

    private Uni<Void> store(Caller caller, AgencyChange change, long treeVersion) {
        return agencies.save(change, treeVersion)
                .call(announcements::agency)
                .chain(placed -> agencies.relate(placed.agency()))
                .chain(() -> journal.note(
                        caller,
                        new Journal.Entry(
                                action(change),
                                change.code().value(),
                                null,
                                null,
                                Map.of("path", change.path().toString(), "treeVersion", treeVersion))));
    }

    private static String action(AgencyChange change) {
        if (change instanceof AgencyChange.Created) {
            return "agency-created";
        }
        return change instanceof AgencyChange.Changed ? "agency-changed" : "agency-moved";
    }
}
