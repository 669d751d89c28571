package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.escalation.usecase.AffectedAgencies.Decided;
import org.tongbao.escalation.usecase.AffectedAgencies.Decision;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.journal.Journal;
import org.tongbao.platform.time.Clock;

/** The duty desk says whether the many affected agencies are to be told. */
@ApplicationScoped
public class ConfirmLateral {
    private final Transactions transactions;
    private final NoticeReading reading;
    private final Notices notices;
    private final AffectedAgencies affected;
    private final Incidents incidents;
    private final NameAffected nameAffected;
    private final ChangeNotice changeNotice;
    private final Journal journal;
    private final Clock clock;

    ConfirmLateral(
            Transactions transactions,
            NoticeReading reading,
            Notices notices,
            AffectedAgencies affected,
            Incidents incidents,
            NameAffected nameAffected,
            ChangeNotice changeNotice,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.notices = notices;
        this.affected = affected;
        this.incidents = incidents;
        this.nameAffected = nameAffected;
        this.changeNotice = changeNotice;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param reason needed to decline
     */
    public record Said(Decision decision, @Nullable String reason) {}

    /**
     * The same decision again changes nothing. It may come late, after every desk was asked in vain.
     *
     * @throws Refused when the caller does not see the notice, it asks for no decision, or another one was taken
     */
    public Uni<Void> decide(Caller caller, UUID noticeId, Said said) {
        return transactions
                .as(caller, () -> reading.find(noticeId))
                .invoke(AcknowledgeNotice::mustBeVisible)
                .chain(() -> transactions.asEngine(() -> notices.lock(noticeId).chain(notice -> affected.find(noticeId)
                        .chain(question -> decide(caller, notice.orElseThrow(), question, said)))))
                .onFailure(EventTooEarly.class)
                .transform(failure -> new Refused(Refusal.NOT_READY))
                .invoke(AcknowledgeNotice::mustNotBeRefused)
                .replaceWithVoid();
    }

    private Uni<Optional<Refusal>> decide(
            Caller caller, FiledNotice notice, Optional<AffectedAgencies.Question> question, Said said) {
        if (question.isEmpty()) {
            return Uni.createFrom().item(Optional.of(Refusal.NO_QUESTION));
        }
        Decision before = question.get().decision();
        if (before != null) {
            return Uni.createFrom()
                    .item(before == said.decision() ? Optional.empty() : Optional.of(Refusal.ALREADY_DECIDED));
        }
        return keep(caller, notice, said).replaceWith(Optional.empty());
    }

    private Uni<Void> keep(Caller caller, FiledNotice notice, Said said) {
        UUID noticeId = notice.notice().id();
        boolean confirmed = said.decision() == Decision.CONFIRMED;
        var happening = new Happening.Decided(caller.name(), roleOf(caller), caller.agency(), confirmed);
        String action = confirmed ? "lateral-notices-confirmed" : "lateral-notices-declined";
        return affected.decide(noticeId, new Decided(said.decision(), said.reason(), caller, clock.now()))
                .chain(() -> affected.waitingFor(noticeId))
                .call(() -> changeNotice.change(action, notice, happening))
                .call(agencies -> journal.record(caller, entry(action, notice, agencies)))
                .chain(agencies ->
                        confirmed ? tell(notice, agencies) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(FiledNotice notice, List<String> agencies) {
        return incidents
                .find(notice.heading().incidentId())
                .chain(incident -> nameAffected.tell(incident.orElseThrow(), agencies, Ids.next()));
    }

    private static String roleOf(Caller caller) {
        return caller.is(Group.DUTY_DESK) ? Group.DUTY_DESK : AcknowledgeNotice.roleOf(caller);
    }

    private static Journal.Entry entry(String action, FiledNotice notice, List<String> agencies) {
        Heading heading = notice.heading();
        return new Journal.Entry(
                action,
                heading.incidentAgency(),
                heading.incidentId(),
                heading.clause(),
                Map.of("noticeId", notice.notice().id(), "affectedAgencies", agencies));
    }
}
