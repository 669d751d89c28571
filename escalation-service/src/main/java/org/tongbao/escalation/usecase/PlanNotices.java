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
import org.tongbao.platform.inbox.EventTooEarly;

/** Finds who is to be told by the rules of a procedure. It keeps nothing, so a dry run asks the same code. */
@ApplicationScoped
class PlanNotices {
    private final People people;
    private final Notices notices;

    PlanNotices(People people, Notices notices) {
        this.people = people;
        this.notices = notices;
    }

    /**
     * The notices to be, with the directory they were made from.
     *
     * @param directory of everybody they could reach
     */
    record Planned(List<FiledNotice.Changed> notices, Directory directory) {}

    /** A rule that applies, and the agencies it names. */
    private record Plan(Rule rule, Circumstances circumstances, Set<String> agencies) {
        boolean forThoseToldBefore() {
            return rule.notice().to().contains(Relation.ALREADY_TOLD);
        }
    }

    /** What an occasion calls for. */
    Uni<Planned> plan(Incident incident, Procedure procedure, List<On> occasions, Instant now) {
        return people.standing(incident.agency())
                .map(standing -> standing.orElseThrow(() -> new EventTooEarly("unknown-agency")))
                .map(standing -> plans(incident, procedure, standing, occasions))
                .chain(plans -> toldBefore(incident, plans).chain(before -> people.around(agencies(plans, before))
                        .map(directory -> new Planned(notices(incident, plans, before, directory, now), directory))));
    }

    /** The same for given people who were told before. */
    Uni<List<FiledNotice.Changed>> follow(
            Incident incident, Procedure procedure, On on, List<ToldBefore> before, Instant now) {
        List<Plan> plans = rules(incident, procedure, on).stream()
                .map(rule -> new Plan(new Rule(rule, procedure.ladderOf(rule)), on.circumstances(), Set.of()))
                .toList();
        return people.around(agencies(plans, before))
                .map(directory -> notices(incident, plans, before, directory, now));
    }

    /** One notice for one agency under a rule that no procedure writes. */
    Uni<FiledNotice.Changed> ask(
            Incident incident, Rule rule, String agency, Circumstances circumstances, Instant now) {
        List<Plan> plan = List.of(new Plan(rule, circumstances, Set.of(agency)));
        return people.around(Set.of(agency)).map(directory -> notices(incident, plan, List.of(), directory, now)
                .get(0));
    }

    private static List<Plan> plans(Incident incident, Procedure procedure, Standing standing, List<On> occasions) {
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

    private Uni<List<ToldBefore>> toldBefore(Incident incident, List<Plan> plans) {
        return plans.stream().anyMatch(Plan::forThoseToldBefore)
                ? notices.toldBefore(incident.id(), Optional.empty(), Optional.empty())
                : Uni.createFrom().item(List.of());
    }

    private static Collection<String> agencies(List<Plan> plans, List<ToldBefore> before) {
        Set<String> agencies = new LinkedHashSet<>();
        plans.forEach(plan -> agencies.addAll(plan.agencies()));
        before.forEach(it -> agencies.add(it.recipientAgency()));
        return agencies;
    }

    private static List<FiledNotice.Changed> notices(
            Incident incident, List<Plan> plans, List<ToldBefore> before, Directory directory, Instant now) {
        List<FiledNotice.Changed> opened = new ArrayList<>();
        for (Plan plan : plans) {
            for (String agency : plan.agencies()) {
                Notice notice = about(incident, plan.rule(), agency, now);
                opened.add(filed(incident, plan, notice.open(directory, now), now));
            }
            if (plan.forThoseToldBefore()) {
                for (ToldBefore told : before) {
                    Notice notice = about(incident, plan.rule(), told.recipientAgency(), now);
                    opened.add(filed(incident, plan, notice.openFor(told.people(), directory, now), now));
                }
            }
        }
        return opened;
    }

    private static Notice about(Incident incident, Rule rule, String agency, Instant now) {
        return Notice.about(Ids.next(), rule, agency, incident.level(), incident.phoneOnly(), now);
    }

    private static FiledNotice.Changed filed(Incident incident, Plan plan, Decision decision, Instant now) {
        Heading heading = Heading.of(incident, plan.rule().notice(), plan.circumstances(), now);
        return new FiledNotice.Changed(null, new FiledNotice(decision.notice(), heading), decision.changes());
    }
}
