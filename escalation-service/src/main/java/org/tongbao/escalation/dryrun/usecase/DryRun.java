package org.tongbao.escalation.dryrun.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.escalation.contact.domain.AgencyRelations;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.notice.domain.Decision;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.escalation.notice.usecase.PlanNotices;
import org.tongbao.escalation.notice.usecase.TellAuthority;
import org.tongbao.escalation.notice.usecase.Trigger;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.procedure.ProcedureVersions;

/** Who would be notified, when and why, if nobody acknowledged: by the code that notifies them, and nothing is kept. */
@ApplicationScoped
public class DryRun {
    private static final String AGENCY = "/agency";
    private static final String PROCEDURE = "/procedure";

    private final Transactions transactions;
    private final NoticeQueries queries;
    private final ProcedureVersions procedures;
    private final PlanNotices planNotices;
    private final TellAuthority tellAuthority;
    private final ContactDirectory contactDirectory;

    DryRun(
            Transactions transactions,
            NoticeQueries queries,
            ProcedureVersions procedures,
            PlanNotices planNotices,
            TellAuthority tellAuthority,
            ContactDirectory contactDirectory) {
        this.transactions = transactions;
        this.queries = queries;
        this.procedures = procedures;
        this.planNotices = planNotices;
        this.tellAuthority = tellAuthority;
        this.contactDirectory = contactDirectory;
    }

    /**
     * @param procedure id, null for the agency's own
     * @param reviewing whose review it would be
     * @param at when it would happen
     */
    public record Scenario(
            String agency,
            @Nullable String procedure,
            Occasion occasion,
            Level level,
            String tlp,
            List<String> affectedAgencies,
            @Nullable String reviewing,
            Instant at) {}

    public record PlannedNotice(
            String rule,
            Text title,
            String clause,
            String recipientAgency,
            List<Step> steps,
            @Nullable String end,
            @Nullable Instant endsAt) {
        PlannedNotice seenBy(Set<String> visible) {
            return new PlannedNotice(
                    rule,
                    title,
                    clause,
                    recipientAgency,
                    steps.stream().map(it -> it.seenBy(visible)).toList(),
                    end,
                    endsAt);
        }

        Stream<String> agencies() {
            return steps.stream().flatMap(it -> it.told().stream()).map(PlannedRecipient::agency);
        }
    }

    /**
     * @param because null for the opening
     */
    public record Step(
            int loop, int step, Instant at, @Nullable String because, List<PlannedRecipient> told) {
        Step seenBy(Set<String> visible) {
            return new Step(
                    loop,
                    step,
                    at,
                    because,
                    told.stream().map(it -> it.seenBy(visible)).toList());
        }
    }

    /**
     * @param name null where the caller may not see the agency's people
     */
    public record PlannedRecipient(@Nullable String name, String role, String agency, String channel, String because) {
        PlannedRecipient seenBy(Set<String> visible) {
            return visible.contains(agency) ? this : new PlannedRecipient(null, role, agency, channel, because);
        }
    }

    /** What the case names is not known, or not the caller's to ask about. */
    public static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String pointer;

        Unknown(String pointer) {
            super(pointer, null, false, false);
            this.pointer = pointer;
        }

        public String pointer() {
            return pointer;
        }
    }

    /**
     * @throws Unknown when it names what the caller does not see
     */
    public Uni<List<PlannedNotice>> run(Caller caller, Scenario scenario) {
        return transactions
                .as(caller, () -> queries.within(scenario.agency()))
                .invoke(within -> {
                    if (!within) {
                        throw new Unknown(AGENCY);
                    }
                })
                .chain(() -> transactions.asEngine(() -> plan(scenario)))
                .chain(notices -> seenBy(caller, notices));
    }

    /** People are shown where the doors of contacts would show them; elsewhere the role is told. */
    private Uni<List<PlannedNotice>> seenBy(Caller caller, List<PlannedNotice> notices) {
        Set<String> agencies = notices.stream().flatMap(PlannedNotice::agencies).collect(Collectors.toSet());
        return transactions
                .as(caller, () -> queries.within(agencies))
                .map(visible -> notices.stream().map(it -> it.seenBy(visible)).toList());
    }

    private Uni<List<PlannedNotice>> plan(Scenario scenario) {
        return contactDirectory.relations(scenario.agency()).chain(relations -> {
            Procedure procedure = procedure(scenario, relations.orElseThrow(() -> new Unknown(AGENCY)));
            Incident incident = incident(scenario, procedure);
            return planNotices
                    .plan(incident, procedure, triggers(scenario), scenario.at())
                    .chain(planned -> tellAuthority
                            .plan(incident, planned.unreached(), scenario.at())
                            .map(authority -> Stream.concat(Stream.of(planned), authority.stream())
                                    .flatMap(it -> planned(it, scenario.at()))
                                    .toList()));
        });
    }

    private static Stream<PlannedNotice> planned(PlanNotices.Planned all, Instant at) {
        return all.notices().stream().map(it -> planned(it, all.directory(), at));
    }

    private Procedure procedure(Scenario scenario, AgencyRelations relations) {
        return procedures
                .byId(Optional.ofNullable(scenario.procedure()).orElse(relations.procedure()))
                .orElseThrow(() -> new Unknown(PROCEDURE));
    }

    private static Incident incident(Scenario scenario, Procedure procedure) {
        Set<Condition> conditions =
                scenario.affectedAgencies().isEmpty() ? Set.of() : Set.of(Condition.AFFECTED_AGENCIES);
        return new Incident(
                Ids.next(),
                "",
                scenario.agency(),
                scenario.level(),
                scenario.tlp(),
                procedure.hash(),
                false,
                false,
                conditions,
                Map.of());
    }

    private static List<Trigger> triggers(Scenario scenario) {
        UUID cause = Ids.next();
        TriggerDetails details = TriggerDetails.of(cause);
        TriggerDetails named = Optional.ofNullable(scenario.reviewing())
                .map(it -> details.naming(Relation.REVIEWING, it))
                .orElse(details);
        List<Trigger> triggers = new ArrayList<>();
        triggers.add(new Trigger(scenario.occasion(), named));
        scenario.affectedAgencies()
                .forEach(it -> triggers.add(
                        new Trigger(Occasion.AFFECTED_AGENCY_NAMED, details.naming(Relation.AFFECTED, it))));
        return triggers;
    }

    private static PlannedNotice planned(ChangedNotice opened, DirectorySnapshot directory, Instant at) {
        List<Step> steps = new ArrayList<>();
        NoticeHeader header = opened.after().header();
        Notice notice = opened.after().notice();
        NoticeChange.@Nullable Ended end = collect(opened.changes(), at, steps);
        while (!notice.policy().information() && notice.dueAt() != null) {
            Instant due = notice.dueAt();
            Decision decision = notice.decide(new NoticeEvent.TimePassed(), directory, due);
            notice = decision.notice();
            end = collect(decision.changes(), due, steps);
        }
        return new PlannedNotice(
                notice.policy().rule().key(),
                header.title(),
                header.clause(),
                notice.recipientAgency(),
                steps,
                end == null ? null : end.reason().name(),
                end == null ? null : end.at());
    }

    private static NoticeChange.@Nullable Ended collect(List<NoticeChange> changes, Instant at, List<Step> into) {
        NoticeChange.Ended end = null;
        for (NoticeChange change : changes) {
            if (change instanceof NoticeChange.Opened it) {
                into.add(step(LadderPosition.FIRST, at, null, it.deliveries()));
            } else if (change instanceof NoticeChange.Escalated it) {
                into.add(step(it.position(), at, it.because().name(), it.deliveries()));
            } else if (change instanceof NoticeChange.Ended it) {
                end = it;
            }
        }
        return end;
    }

    private static Step step(LadderPosition position, Instant at, @Nullable String because, List<Delivery> deliveries) {
        return new Step(
                position.loop(),
                position.step(),
                at,
                because,
                deliveries.stream()
                        .map(it -> new PlannedRecipient(
                                it.person().name(),
                                it.role(),
                                it.person().agency().code(),
                                it.channel().key(),
                                it.because().name()))
                        .toList());
    }
}
