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
import org.tongbao.contracts.procedure.UnreachedReason;
import org.tongbao.escalation.contact.domain.AgencyRelations;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.notice.domain.Decision;
import org.tongbao.escalation.notice.domain.EscalationPolicy;
import org.tongbao.escalation.notice.domain.NobodyToTell;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.domain.Unreached;
import org.tongbao.escalation.notice.usecase.Notices.EarlierRecipients;

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
     * @param unreached which of them reach nobody, and what called for none
     */
    public record Planned(List<ChangedNotice> notices, DirectorySnapshot directory, List<Unreached> unreached) {}

    /** A rule that applies, and the agencies it names. */
    private record Plan(EscalationPolicy policy, TriggerDetails details, Set<String> agencies) {
        boolean forEarlierRecipients() {
            return policy.rule().to().contains(Relation.ALREADY_TOLD);
        }

        boolean namesNobody() {
            return agencies.isEmpty() && !forEarlierRecipients();
        }
    }

    /** What an occasion calls for. */
    public Uni<Planned> plan(Incident incident, Procedure procedure, List<Trigger> triggers, Instant now) {
        return relations(incident.agency())
                .map(relations -> plans(incident, procedure, relations, triggers))
                .chain(plans -> earlierRecipients(incident, plans).chain(before -> contactDirectory
                        .snapshot(agencies(incident, plans, before))
                        .map(directory -> planned(incident, plans, before, triggers, directory, now))));
    }

    private static Planned planned(
            Incident incident,
            List<Plan> plans,
            List<EarlierRecipients> before,
            List<Trigger> triggers,
            DirectorySnapshot directory,
            Instant now) {
        List<ChangedNotice> notices = notices(incident, plans, before, directory, now);
        List<Unreached> unreached = new ArrayList<>();
        if (!directory.knows(incident.agency())) {
            triggers.stream()
                    .filter(it -> it.occasion() == Occasion.INCIDENT_REPORTED)
                    .findFirst()
                    .ifPresent(it -> unreached.add(unknown(incident, it.occasion())));
        }
        plans.stream().filter(Plan::namesNobody).forEach(it -> unreached.add(unfilled(it)));
        notices.forEach(it -> unreached(it, directory).ifPresent(unreached::add));
        return new Planned(notices, directory, List.copyOf(unreached));
    }

    private static Unreached unknown(Incident incident, Occasion occasion) {
        return new Unreached(occasion.key(), occasion.text(), incident.agency(), UnreachedReason.UNKNOWN_AGENCY);
    }

    private static Unreached unfilled(Plan plan) {
        NoticeRule rule = plan.policy().rule();
        return new Unreached(rule.key(), rule.name(), null, UnreachedReason.RELATION_UNFILLED);
    }

    /** Why nobody was told when it was opened; empty when somebody was. */
    static Optional<Unreached> unreached(ChangedNotice opened, DirectorySnapshot directory) {
        Notice notice = opened.after().notice();
        boolean nobody = opened.changes().stream()
                .anyMatch(it -> it instanceof NoticeChange.Opened first
                        && first.deliveries().isEmpty());
        NoticeRule rule = notice.policy().rule();
        UnreachedReason reason = directory.knows(notice.recipientAgency())
                ? UnreachedReason.NOBODY_IN_ROLE
                : UnreachedReason.UNKNOWN_AGENCY;
        return nobody
                ? Optional.of(new Unreached(rule.key(), rule.name(), notice.recipientAgency(), reason))
                : Optional.empty();
    }

    /** Of an agency that nobody knows: its report is told to the root of the tree. */
    Uni<AgencyRelations> relations(String agency) {
        return contactDirectory.relations(agency).chain(known -> known.map(
                        it -> Uni.createFrom().item(it))
                .orElseGet(() -> contactDirectory.root().map(root -> AgencyRelations.unknown(agency, root))));
    }

    /** The notice that tells this agency what reached nobody. */
    public Uni<Planned> planUnreached(Incident incident, String agency, List<Unreached> unreached, Instant now) {
        TriggerDetails details = TriggerDetails.of(Ids.next()).with(NoticeFacts.of(unreached));
        List<Plan> plan = List.of(new Plan(NobodyToTell.POLICY, details, Set.of(agency)));
        return contactDirectory
                .snapshot(Set.of(agency))
                .map(directory -> planned(incident, plan, List.of(), List.of(), directory, now));
    }

    /** The same for given earlier recipients. */
    public Uni<List<ChangedNotice>> planFollowUp(
            Incident incident, Procedure procedure, Trigger trigger, List<EarlierRecipients> before, Instant now) {
        List<Plan> plans = rules(incident, procedure, trigger).stream()
                .map(rule ->
                        new Plan(new EscalationPolicy(rule, procedure.ladderOf(rule)), trigger.details(), Set.of()))
                .toList();
        return contactDirectory
                .snapshot(agencies(incident, plans, before))
                .map(directory -> notices(incident, plans, before, directory, now));
    }

    /** One notice for one agency under a rule that no procedure writes. */
    public Uni<Planned> planConfirmation(
            Incident incident, EscalationPolicy policy, String agency, TriggerDetails details, Instant now) {
        List<Plan> plan = List.of(new Plan(policy, details, Set.of(agency)));
        return contactDirectory
                .snapshot(Set.of(agency))
                .map(directory -> planned(incident, plan, List.of(), List.of(), directory, now));
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

    private static Collection<String> agencies(Incident incident, List<Plan> plans, List<EarlierRecipients> before) {
        Set<String> agencies = new LinkedHashSet<>(List.of(incident.agency()));
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
