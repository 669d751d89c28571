package org.tongbao.escalation.notice.usecase;

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
import org.tongbao.escalation.contact.domain.AgencyRelations;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.notice.domain.Decision;
import org.tongbao.escalation.notice.domain.EscalationPolicy;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.usecase.Notices.EarlierRecipients;
import org.tongbao.platform.inbox.EventTooEarly;

/** Finds who is to be notified by the rules of a procedure. It keeps nothing, so a dry run asks the same code. */
@ApplicationScoped
public class PlanNotices {
    private final ContactDirectory contactDirectory;
    private final Notices notices;

    PlanNotices(ContactDirectory contactDirectory, Notices notices) {
        this.contactDirectory = contactDirectory;
        this.notices = notices;
    }

    /**
     * The notices to be, with the directory they were made from.
     *
     * @param directory of everybody they could reach
     */
    public record Planned(List<ChangedNotice> notices, DirectorySnapshot directory) {}

    /** A rule that applies, and the agencies it names. */
    private record Plan(EscalationPolicy policy, TriggerDetails details, Set<String> agencies) {
        boolean forEarlierRecipients() {
            return policy.rule().to().contains(Relation.ALREADY_TOLD);
        }
    }

    /** What an occasion calls for. */
    public Uni<Planned> plan(Incident incident, Procedure procedure, List<Trigger> triggers, Instant now) {
        return contactDirectory
                .relations(incident.agency())
                .map(relations -> relations.orElseThrow(() -> new EventTooEarly("unknown-agency")))
                .map(relations -> plans(incident, procedure, relations, triggers))
                .chain(plans -> earlierRecipients(incident, plans).chain(before -> contactDirectory
                        .snapshot(agencies(plans, before))
                        .map(directory -> new Planned(notices(incident, plans, before, directory, now), directory))));
    }

    /** The same for given earlier recipients. */
    public Uni<List<ChangedNotice>> planFollowUp(
            Incident incident, Procedure procedure, Trigger trigger, List<EarlierRecipients> before, Instant now) {
        List<Plan> plans = rules(incident, procedure, trigger).stream()
                .map(rule ->
                        new Plan(new EscalationPolicy(rule, procedure.ladderOf(rule)), trigger.details(), Set.of()))
                .toList();
        return contactDirectory
                .snapshot(agencies(plans, before))
                .map(directory -> notices(incident, plans, before, directory, now));
    }

    /** One notice for one agency under a rule that no procedure writes. */
    public Uni<ChangedNotice> planConfirmation(
            Incident incident, EscalationPolicy policy, String agency, TriggerDetails details, Instant now) {
        List<Plan> plan = List.of(new Plan(policy, details, Set.of(agency)));
        return contactDirectory.snapshot(Set.of(agency)).map(directory -> notices(
                        incident, plan, List.of(), directory, now)
                .get(0));
    }

    private static List<Plan> plans(
            Incident incident, Procedure procedure, AgencyRelations relations, List<Trigger> triggers) {
        List<Plan> plans = new ArrayList<>();
        for (Trigger trigger : triggers) {
            for (NoticeRule rule : rules(incident, procedure, trigger)) {
                Set<String> agencies =
                        relations.agencies(rule.to(), trigger.details().agencies());
                plans.add(new Plan(new EscalationPolicy(rule, procedure.ladderOf(rule)), trigger.details(), agencies));
            }
        }
        return plans;
    }

    private static List<NoticeRule> rules(Incident incident, Procedure procedure, Trigger trigger) {
        String obligation = trigger.details().obligation();
        Integer before = trigger.details().facts().levelBefore();
        return procedure.noticesOn(trigger.occasion(), incident.level(), incident.conditions()).stream()
                .filter(rule -> obligation == null
                        || rule.obligations().isEmpty()
                        || rule.obligations().contains(obligation))
                .filter(rule -> trigger.occasion() != Occasion.LEVEL_RAISED
                        || before != null && !rule.levels().contains(Level.of(before)))
                .toList();
    }

    private Uni<List<EarlierRecipients>> earlierRecipients(Incident incident, List<Plan> plans) {
        return plans.stream().anyMatch(Plan::forEarlierRecipients)
                ? notices.earlierRecipients(incident.id(), Optional.empty(), Optional.empty())
                : Uni.createFrom().item(List.of());
    }

    private static Collection<String> agencies(List<Plan> plans, List<EarlierRecipients> before) {
        Set<String> agencies = new LinkedHashSet<>();
        plans.forEach(plan -> agencies.addAll(plan.agencies()));
        before.forEach(it -> agencies.add(it.recipientAgency()));
        return agencies;
    }

    private static List<ChangedNotice> notices(
            Incident incident,
            List<Plan> plans,
            List<EarlierRecipients> before,
            DirectorySnapshot directory,
            Instant now) {
        List<ChangedNotice> opened = new ArrayList<>();
        for (Plan plan : plans) {
            for (String agency : plan.agencies()) {
                Notice notice = about(incident, plan.policy(), agency, now);
                opened.add(stored(incident, plan, notice.open(directory, now), now));
            }
            if (plan.forEarlierRecipients()) {
                for (EarlierRecipients earlier : before) {
                    Notice notice = about(incident, plan.policy(), earlier.recipientAgency(), now);
                    opened.add(stored(incident, plan, notice.openFor(earlier.recipients(), directory, now), now));
                }
            }
        }
        return opened;
    }

    private static Notice about(Incident incident, EscalationPolicy policy, String agency, Instant now) {
        return Notice.about(Ids.next(), policy, agency, incident.level(), incident.phoneOnly(), now);
    }

    private static ChangedNotice stored(Incident incident, Plan plan, Decision decision, Instant now) {
        NoticeHeader header = NoticeHeader.of(incident, plan.policy().rule(), plan.details(), now);
        return new ChangedNotice(null, new StoredNotice(decision.notice(), header), decision.changes());
    }
}
