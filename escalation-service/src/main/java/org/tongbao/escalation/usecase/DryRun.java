package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.escalation.domain.Decision;
import org.tongbao.escalation.domain.Directory;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.escalation.domain.Incident;
import org.tongbao.escalation.domain.Notice;
import org.tongbao.escalation.domain.NoticeChange;
import org.tongbao.escalation.domain.Rung;
import org.tongbao.escalation.domain.Standing;
import org.tongbao.escalation.domain.Telling;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.procedure.ProcedureVersions;

/** Who would be told, when and why, if nobody acknowledged: by the same code that tells them, and nothing is kept. */
@ApplicationScoped
public class DryRun {
    private static final String AGENCY = "/agency";
    private static final String PROCEDURE = "/procedure";

    private final Transactions transactions;
    private final NoticeReading reading;
    private final ProcedureVersions procedures;
    private final PlanNotices planNotices;
    private final People people;

    DryRun(
            Transactions transactions,
            NoticeReading reading,
            ProcedureVersions procedures,
            PlanNotices planNotices,
            People people) {
        this.transactions = transactions;
        this.reading = reading;
        this.procedures = procedures;
        this.planNotices = planNotices;
        this.people = people;
    }

    /**
     * @param procedure id, null for the agency's own
     * @param reviewing whose review it would be
     * @param at when it would happen
     */
    public record Case(
            String agency,
            @Nullable String procedure,
            Occasion occasion,
            Level level,
            String tlp,
            List<String> affectedAgencies,
            @Nullable String reviewing,
            Instant at) {}

    public record Would(
            String rule,
            Text title,
            String clause,
            String recipientAgency,
            List<Step> steps,
            @Nullable String end,
            @Nullable Instant endsAt) {}

    /**
     * @param because null for the opening
     */
    public record Step(
            int loop, int step, Instant at, @Nullable String because, List<Told> told) {}

    public record Told(String name, String role, String agency, String channel, String because) {}

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
    public Uni<List<Would>> run(Caller caller, Case asked) {
        return transactions
                .as(caller, () -> reading.within(asked.agency()))
                .invoke(within -> {
                    if (!within) {
                        throw new Unknown(AGENCY);
                    }
                })
                .chain(() -> transactions.asEngine(() -> plan(asked)));
    }

    private Uni<List<Would>> plan(Case asked) {
        return people.standing(asked.agency()).chain(standing -> {
            Procedure procedure = procedure(asked, standing.orElseThrow(() -> new Unknown(AGENCY)));
            return planNotices
                    .plan(incident(asked, procedure), procedure, occasions(asked), asked.at())
                    .map(planned -> planned.notices().stream()
                            .map(it -> would(it, planned.directory(), asked.at()))
                            .toList());
        });
    }

    private Procedure procedure(Case asked, Standing standing) {
        return procedures
                .byId(Optional.ofNullable(asked.procedure()).orElse(standing.procedure()))
                .orElseThrow(() -> new Unknown(PROCEDURE));
    }

    private static Incident incident(Case asked, Procedure procedure) {
        Set<Condition> conditions = asked.affectedAgencies().isEmpty() ? Set.of() : Set.of(Condition.AFFECTED_AGENCIES);
        return new Incident(
                Ids.next(),
                "",
                asked.agency(),
                asked.level(),
                asked.tlp(),
                procedure.hash(),
                false,
                false,
                conditions,
                Map.of());
    }

    private static List<On> occasions(Case asked) {
        UUID cause = Ids.next();
        Circumstances circumstances = Circumstances.of(cause);
        Circumstances named = Optional.ofNullable(asked.reviewing())
                .map(it -> circumstances.naming(Relation.REVIEWING, it))
                .orElse(circumstances);
        List<On> occasions = new ArrayList<>();
        occasions.add(new On(asked.occasion(), named));
        asked.affectedAgencies()
                .forEach(it -> occasions.add(
                        new On(Occasion.AFFECTED_AGENCY_NAMED, circumstances.naming(Relation.AFFECTED, it))));
        return occasions;
    }

    private static Would would(FiledNotice.Changed opened, Directory directory, Instant at) {
        List<Step> steps = new ArrayList<>();
        Heading heading = opened.after().heading();
        Notice notice = opened.after().notice();
        NoticeChange.@Nullable Ended end = collect(opened.changes(), at, steps);
        while (!notice.rule().information() && notice.dueAt() != null) {
            Instant due = notice.dueAt();
            Decision decision = notice.decide(new Happening.TimePassed(), directory, due);
            notice = decision.notice();
            end = collect(decision.changes(), due, steps);
        }
        return new Would(
                notice.rule().notice().key(),
                heading.title(),
                heading.clause(),
                notice.recipientAgency(),
                steps,
                end == null ? null : end.reason().name(),
                end == null ? null : end.at());
    }

    private static NoticeChange.@Nullable Ended collect(List<NoticeChange> changes, Instant at, List<Step> into) {
        NoticeChange.Ended end = null;
        for (NoticeChange change : changes) {
            if (change instanceof NoticeChange.Opened it) {
                into.add(step(Rung.FIRST, at, null, it.told()));
            } else if (change instanceof NoticeChange.Escalated it) {
                into.add(step(it.rung(), at, it.because().name(), it.told()));
            } else if (change instanceof NoticeChange.Ended it) {
                end = it;
            }
        }
        return end;
    }

    private static Step step(Rung rung, Instant at, @Nullable String because, List<Telling> told) {
        return new Step(
                rung.loop(),
                rung.step(),
                at,
                because,
                told.stream()
                        .map(it -> new Told(
                                it.person().name(),
                                it.role(),
                                it.person().agency().code(),
                                it.channel().key(),
                                it.because().name()))
                        .toList());
    }
}
