package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.escalation.domain.Decision;
import org.tongbao.escalation.domain.Directory;
import org.tongbao.escalation.domain.Incident;
import org.tongbao.escalation.domain.Notice;
import org.tongbao.escalation.domain.Rule;
import org.tongbao.escalation.domain.Standing;
import org.tongbao.escalation.usecase.Notices.ToldBefore;
import org.tongbao.platform.time.Clock;

/** Opens the notices that an occasion calls for: by the rules of the incident's procedure, one for each agency to tell. */
@ApplicationScoped
public class OpenNotices {
    private final KnownProcedures procedures;
    private final People people;
    private final Notices notices;
    private final FileChanges files;
    private final Clock clock;

    OpenNotices(KnownProcedures procedures, People people, Notices notices, FileChanges files, Clock clock) {
        this.procedures = procedures;
        this.people = people;
        this.notices = notices;
        this.files = files;
        this.clock = clock;
    }

    /** An occasion with what its event says. */
    public record On(Occasion occasion, Circumstances circumstances) {}

    /**
     * Within the transaction of the event.
     *
     * @throws NotReadyYet while the directory was not read
     */
    public Uni<Void> open(Incident incident, List<On> occasions) {
        if (!people.current()) {
            throw new NotReadyYet("directory-not-read");
        }
        return procedures.byHash(incident.procedureHash()).chain(procedure -> people.standing(incident.agency())
                .map(standing -> standing.orElseThrow(() -> new NotReadyYet("unknown-agency")))
                .map(standing -> planned(incident, procedure, standing, occasions))
                .chain(plans -> openPlanned(incident, plans)));
    }

    /** One notice to be, before anybody is looked up. */
    private record Plan(Rule rule, Circumstances circumstances, Set<String> agencies) {
        boolean forThoseToldBefore() {
            return rule.notice().to().contains(Relation.ALREADY_TOLD);
        }
    }

    private static List<Plan> planned(Incident incident, Procedure procedure, Standing standing, List<On> occasions) {
        List<Plan> plans = new ArrayList<>();
        for (On on : occasions) {
            for (NoticeRule rule : rules(incident, procedure, on)) {
                Set<String> agencies =
                        standing.agencies(rule.to(), on.circumstances().agencies());
                plans.add(new Plan(new Rule(rule, procedure.ladderOf(rule)), on.circumstances(), agencies));
            }
        }
        return plans;
    }

    private static List<NoticeRule> rules(Incident incident, Procedure procedure, On on) {
        String obligation = on.circumstances().obligation();
        Integer before = on.circumstances().facts().levelBefore();
        return procedure.noticesOn(on.occasion(), incident.level(), incident.conditions()).stream()
                .filter(rule -> obligation == null
                        || rule.obligations().isEmpty()
                        || rule.obligations().contains(obligation))
                .filter(rule -> on.occasion() != Occasion.LEVEL_RAISED
                        || before != null && !rule.levels().contains(Level.of(before)))
                .toList();
    }

    private Uni<Void> openPlanned(Incident incident, List<Plan> plans) {
        if (plans.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return toldBefore(incident, plans).chain(before -> people.around(everybody(plans, before))
                .map(directory -> changes(incident, plans, before, directory))
                .chain(files::opened));
    }

    private Uni<List<ToldBefore>> toldBefore(Incident incident, List<Plan> plans) {
        return plans.stream().anyMatch(Plan::forThoseToldBefore)
                ? notices.toldBefore(incident.id(), Optional.empty(), Optional.empty())
                : Uni.createFrom().item(List.of());
    }

    private static Collection<String> everybody(List<Plan> plans, List<ToldBefore> before) {
        Set<String> agencies = new LinkedHashSet<>();
        plans.forEach(plan -> agencies.addAll(plan.agencies()));
        before.forEach(it -> agencies.add(it.recipientAgency()));
        return agencies;
    }

    private List<FiledNotice.Changed> changes(
            Incident incident, List<Plan> plans, List<ToldBefore> before, Directory directory) {
        Instant now = clock.now();
        List<FiledNotice.Changed> changes = new ArrayList<>();
        for (Plan plan : plans) {
            for (String agency : plan.agencies()) {
                Notice notice = about(incident, plan.rule(), agency, now);
                changes.add(opened(incident, plan, notice.open(directory, now), now));
            }
            if (plan.forThoseToldBefore()) {
                before.forEach(told ->
                        changes.add(opened(incident, plan, follow(incident, plan.rule(), told, directory, now), now)));
            }
        }
        return changes;
    }

    /** Tells everybody who was told that somebody took it: of the same rule, and of a lateral notice those of its agency. */
    Uni<Void> tellOfTaking(FiledNotice notice, Incident incident, OutgoingNotice.TakenBy by) {
        boolean lateral = notice.notice().rule().lateral();
        var facts = new OutgoingNotice.Facts(by, null, null, null, null, null);
        On taken = new On(
                Occasion.NOTICE_ACKNOWLEDGED, Circumstances.of(Ids.next()).with(facts));
        return procedures.byHash(incident.procedureHash()).chain(procedure -> notices.toldBefore(
                        incident.id(),
                        Optional.of(notice.notice().rule().notice().key()),
                        lateral ? Optional.of(notice.notice().id()) : Optional.empty())
                .chain(before -> people.around(
                                before.stream().map(ToldBefore::recipientAgency).toList())
                        .map(directory -> follows(incident, procedure, taken, before, directory)))
                .chain(files::opened));
    }

    private List<FiledNotice.Changed> follows(
            Incident incident, Procedure procedure, On on, List<ToldBefore> before, Directory directory) {
        Instant now = clock.now();
        List<FiledNotice.Changed> changes = new ArrayList<>();
        for (NoticeRule rule : rules(incident, procedure, on)) {
            Plan plan = new Plan(new Rule(rule, procedure.ladderOf(rule)), on.circumstances(), Set.of());
            before.forEach(told ->
                    changes.add(opened(incident, plan, follow(incident, plan.rule(), told, directory, now), now)));
        }
        return changes;
    }

    private static Decision follow(Incident incident, Rule rule, ToldBefore told, Directory directory, Instant now) {
        return about(incident, rule, told.recipientAgency(), now).openFor(told.people(), directory, now);
    }

    private static Notice about(Incident incident, Rule rule, String agency, Instant now) {
        UUID id = Ids.next();
        return Notice.about(id, rule, agency, incident.level(), incident.phoneOnly(), now);
    }

    private static FiledNotice.Changed opened(Incident incident, Plan plan, Decision decision, Instant now) {
        NoticeRule rule = plan.rule().notice();
        Heading heading = Heading.of(
                incident,
                new OutgoingNotice.Title(rule.name().zh(), rule.name().en()),
                rule.clause(),
                plan.circumstances().dueAt(),
                plan.circumstances().facts(),
                plan.circumstances().cause(),
                now);
        return new FiledNotice.Changed(null, new FiledNotice(decision.notice(), heading), decision.changes());
    }
}
