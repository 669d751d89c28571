package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.notice.domain.EscalationPolicy;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;

/** Opens the notices that an occasion calls for: by the rules of the incident's procedure, one for each agency to notify. */
@ApplicationScoped
public class OpenNotices {
    /** Another agency's notice was acknowledged, so the own ladder goes on. */
    private static final String ELSEWHERE = "ELSEWHERE";

    private final ProcedureVersions procedures;
    private final ContactDirectory contactDirectory;
    private final Notices notices;
    private final PlanNotices planNotices;
    private final NoticeRecorder recorder;
    private final TellAuthority tellAuthority;

    OpenNotices(
            ProcedureVersions procedures,
            ContactDirectory contactDirectory,
            Notices notices,
            PlanNotices planNotices,
            NoticeRecorder recorder,
            TellAuthority tellAuthority) {
        this.procedures = procedures;
        this.contactDirectory = contactDirectory;
        this.notices = notices;
        this.planNotices = planNotices;
        this.recorder = recorder;
        this.tellAuthority = tellAuthority;
    }

    /**
     * Within the transaction of the event.
     *
     * @throws EventTooEarly while the directory was not read
     */
    public Uni<Void> open(Incident incident, List<Trigger> triggers) {
        if (!contactDirectory.current()) {
            throw new EventTooEarly("directory-not-read");
        }
        return procedures
                .byHash(incident.procedureHash())
                .chain(procedure ->
                        Transactions.now().chain(now -> planNotices.plan(incident, procedure, triggers, now)))
                .call(planned -> recorder.record("notices-opened", planned.notices()))
                .chain(planned -> tellAuthority.tell(incident, planned.unreached()))
                .replaceWithVoid();
    }

    /**
     * Asks the people of the reporting agency under a rule that no procedure writes; the id of the notice.
     *
     * @throws EventTooEarly while the directory was not read
     */
    public Uni<UUID> requestConfirmation(Incident incident, EscalationPolicy policy, TriggerDetails details) {
        if (!contactDirectory.current()) {
            throw new EventTooEarly("directory-not-read");
        }
        return Transactions.now()
                .chain(now -> planNotices.planConfirmation(incident, policy, incident.agency(), details, now))
                .call(requested -> recorder.record("notices-opened", requested.notices()))
                .call(requested -> tellAuthority.tell(incident, requested.unreached()))
                .map(requested -> requested.notices().get(0).after().notice().id());
    }

    /**
     * Notifies all recipients that somebody acknowledged: those of the same rule, and of a lateral notice those of its
     * agency only, since no affected agency learns of another. Who was notified under two rules hears once that the same
     * person acknowledged both; the acknowledger hears of each, since somebody else may have pressed his link.
     *
     * @param acknowledger his contact, empty for somebody in a portal
     */
    public Uni<Void> notifyOfAcknowledgement(
            StoredNotice notice, Incident incident, NoticeFacts.AcknowledgedBy by, Optional<UUID> acknowledger) {
        EscalationPolicy policy = notice.notice().policy();
        TriggerDetails details = TriggerDetails.of(Ids.next());
        String agency = notice.notice().recipientAgency();
        return notices.earlierRecipients(
                        incident.id(),
                        Optional.of(policy.rule().key()),
                        policy.lateral() ? Optional.of(notice.notice().id()) : Optional.empty())
                .chain(before -> followUpWhereNew(
                                notice,
                                incident,
                                details.with(taken(by, null)),
                                acknowledger,
                                of(before, agency::equals))
                        .chain(() -> followUpWhereNew(
                                notice,
                                incident,
                                details.with(taken(by, ELSEWHERE)),
                                acknowledger,
                                of(before, it -> !agency.equals(it)))));
    }

    private static List<Notices.EarlierRecipients> of(
            List<Notices.EarlierRecipients> before, Predicate<String> agency) {
        return before.stream().filter(it -> agency.test(it.recipientAgency())).toList();
    }

    private Uni<Void> followUpWhereNew(
            StoredNotice notice,
            Incident incident,
            TriggerDetails details,
            Optional<UUID> acknowledger,
            List<Notices.EarlierRecipients> before) {
        if (before.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        NoticeFacts facts = details.facts();
        return notices.informedOf(notice, Objects.requireNonNull(facts.acknowledgedBy()), facts.outcome())
                .map(informed -> before.stream()
                        .map(it -> it.without(person ->
                                acknowledger.filter(person.contact()::equals).isEmpty()
                                        && alreadyInformed(person, incident, informed)))
                        .filter(it -> !it.recipients().isEmpty())
                        .toList())
                .chain(uninformed ->
                        followUp(incident, new Trigger(Occasion.NOTICE_ACKNOWLEDGED, details), uninformed));
    }

    private static boolean alreadyInformed(Person person, Incident incident, Set<String> informed) {
        return informed.contains(person.contact().toString())
                || !incident.phoneOnly()
                        && person.address(Channel.MAIL)
                                .map(it -> it.toLowerCase(Locale.ROOT))
                                .filter(informed::contains)
                                .isPresent();
    }

    private Uni<Void> followUp(Incident incident, Trigger trigger, List<Notices.EarlierRecipients> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return procedures
                .byHash(incident.procedureHash())
                .chain(procedure -> Transactions.now()
                        .chain(now -> planNotices.planFollowUp(incident, procedure, trigger, told, now)))
                .chain(opened -> recorder.record("notices-opened", opened));
    }

    private static NoticeFacts taken(NoticeFacts.AcknowledgedBy by, @Nullable String where) {
        return new NoticeFacts(by, null, null, null, null, where);
    }
}
