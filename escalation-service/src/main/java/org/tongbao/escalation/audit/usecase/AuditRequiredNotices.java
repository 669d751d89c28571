package org.tongbao.escalation.audit.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.escalation.audit.usecase.Audit.RequiredNotice;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.escalation.lateral.usecase.AffectedAgencies;
import org.tongbao.escalation.lateral.usecase.NotifyAffectedAgencies;
import org.tongbao.escalation.notice.domain.NobodyToTell;
import org.tongbao.escalation.notice.domain.Unreached;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
import org.tongbao.escalation.notice.usecase.NoticeRecorder;
import org.tongbao.escalation.notice.usecase.PlanNotices;
import org.tongbao.escalation.notice.usecase.TellAuthority;
import org.tongbao.escalation.notice.usecase.Trigger;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.procedure.ProcedureVersions;

/**
 * Checks whether each incident that is new or changed has the notices that its procedure demands of its report and of its
 * affected agencies, by the rules and the directory of now, and opens what is missing.
 */
@ApplicationScoped
public class AuditRequiredNotices {
    /** Of one round, the gravest first. */
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final ContactDirectory contactDirectory;
    private final Incidents incidents;
    private final AffectedAgencies affected;
    private final ProcedureVersions procedures;
    private final PlanNotices planNotices;
    private final NoticeRecorder recorder;
    private final TellAuthority tellAuthority;
    private final Audit audit;

    AuditRequiredNotices(
            Transactions transactions,
            ContactDirectory contactDirectory,
            Incidents incidents,
            AffectedAgencies affected,
            ProcedureVersions procedures,
            PlanNotices planNotices,
            NoticeRecorder recorder,
            TellAuthority tellAuthority,
            Audit audit) {
        this.transactions = transactions;
        this.contactDirectory = contactDirectory;
        this.incidents = incidents;
        this.affected = affected;
        this.procedures = procedures;
        this.planNotices = planNotices;
        this.recorder = recorder;
        this.tellAuthority = tellAuthority;
        this.audit = audit;
    }

    /**
     * @param incidents how many were audited
     * @param missing how many notices were opened since nobody had
     * @param failed incidents that could not be audited, and are again in a minute
     */
    public record Report(int incidents, List<RequiredNotice> missing, List<UUID> failed) {
        public Report {
            missing = List.copyOf(missing);
            failed = List.copyOf(failed);
        }

        /** Whether there may be more to audit. */
        public boolean full() {
            return incidents == AT_ONCE;
        }
    }

    public Uni<Report> audit() {
        return contactDirectory.current()
                ? next(new Report(0, List.of(), List.of()))
                : Uni.createFrom().item(new Report(0, List.of(), List.of()));
    }

    private Uni<Report> next(Report soFar) {
        if (soFar.full()) {
            return Uni.createFrom().item(soFar);
        }
        return one().chain(found -> found.map(it -> next(plus(soFar, it)))
                .orElseGet(() -> Uni.createFrom().item(soFar)));
    }

    private static Report plus(Report one, Report other) {
        List<RequiredNotice> missing = new ArrayList<>(one.missing());
        missing.addAll(other.missing());
        List<UUID> failed = new ArrayList<>(one.failed());
        failed.addAll(other.failed());
        return new Report(one.incidents() + other.incidents(), missing, failed);
    }

    /** One incident in one transaction, so that one that cannot be audited does not hold up the others. */
    private Uni<Optional<Report>> one() {
        AtomicReference<@Nullable UUID> tried = new AtomicReference<>();
        return transactions
                .asEngine(() -> audit.nextForUpdate().chain(id -> {
                    if (id.isEmpty()) {
                        return Uni.createFrom().item(Optional.<Report>empty());
                    }
                    tried.set(id.get());
                    return incidents
                            .find(id.get())
                            .chain(incident -> openMissing(incident.orElseThrow()))
                            .call(() -> audited(id.get()))
                            .map(missing -> Optional.of(new Report(1, missing, List.of())));
                }))
                .onFailure()
                .recoverWithUni(failure -> postpone(tried.get(), failure));
    }

    /** Of an agency that nobody knows it is audited again in a minute: by then somebody may have entered it. */
    private Uni<Void> audited(UUID id) {
        return incidents
                .find(id)
                .chain(incident ->
                        contactDirectory.relations(incident.orElseThrow().agency()))
                .chain(known -> known.isPresent() ? audit.audited(id) : audit.postpone(id));
    }

    private Uni<Optional<Report>> postpone(@Nullable UUID tried, Throwable failure) {
        return tried == null
                ? Uni.createFrom().failure(failure)
                : transactions
                        .asEngine(() -> audit.postpone(tried))
                        .replaceWith(Optional.of(new Report(1, List.of(), List.of(tried))));
    }

    private Uni<List<RequiredNotice>> openMissing(Incident incident) {
        return procedures.byHash(incident.procedureHash()).chain(procedure -> affected.toNotify(incident.id())
                .chain(agencies -> Transactions.now()
                        .chain(now ->
                                planNotices.plan(incident, procedure, triggers(incident, procedure, agencies), now)))
                .chain(planned -> audit.opened(incident.id()).chain(opened -> open(incident, planned, opened))));
    }

    private static List<Trigger> triggers(Incident incident, Procedure procedure, List<String> affected) {
        UUID cause = Ids.next();
        List<Trigger> triggers = new ArrayList<>();
        triggers.add(new Trigger(
                Occasion.INCIDENT_REPORTED,
                TriggerDetails.of(cause).due(incident.dueAt(procedure, MetBy.REVIEW_CONCLUDED))));
        triggers.addAll(NotifyAffectedAgencies.triggers(incident, procedure, affected, cause));
        return triggers;
    }

    private Uni<List<RequiredNotice>> open(Incident incident, PlanNotices.Planned planned, Set<RequiredNotice> opened) {
        List<ChangedNotice> missing = planned.notices().stream()
                .filter(it -> !opened.contains(required(it)))
                .toList();
        Set<RequiredNotice> newly =
                missing.stream().map(AuditRequiredNotices::required).collect(Collectors.toSet());
        List<Unreached> untold = planned.unreached().stream()
                .filter(it -> isUntold(incident, it, opened, newly))
                .toList();
        return recorder.record("missing-notices-opened", missing)
                .chain(() -> tellAuthority.tell(incident, untold))
                .map(told -> Stream.concat(missing.stream(), told.stream())
                        .map(AuditRequiredNotices::required)
                        .toList());
    }

    /** Whether the authority should have heard of it and has not: of a notice that is missing, or of one that was never to be. */
    private static boolean isUntold(
            Incident incident, Unreached it, Set<RequiredNotice> opened, Set<RequiredNotice> missing) {
        String agency = it.agency();
        if (agency != null && missing.contains(new RequiredNotice(incident.id(), it.rule(), agency))) {
            return true;
        }
        return opened.stream()
                .noneMatch(known -> known.rule().equals(NobodyToTell.KEY)
                        || known.rule().equals(it.rule())
                                && (agency == null || known.recipientAgency().equals(agency)));
    }

    private static RequiredNotice required(ChangedNotice it) {
        return new RequiredNotice(
                it.after().header().incidentId(),
                it.after().notice().policy().rule().key(),
                it.after().notice().recipientAgency());
    }
}
