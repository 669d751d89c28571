package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.notice.domain.AcknowledgementMethod;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.Notice.Status;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.escalation.usecase.CallerRole;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.escalation.usecase.Refused;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Acknowledges in a portal, for the agency that is notified, or with the code that somebody spoke on the phone. */
@ApplicationScoped
public class AcknowledgeNotice {
    private static final String ACTION = "notice-acknowledged";

    private final Transactions transactions;
    private final NoticeQueries queries;
    private final Notices notices;
    private final ChangeNotice changeNotice;
    private final SpokenCode spokenCode;
    private final Journal journal;

    AcknowledgeNotice(
            Transactions transactions,
            NoticeQueries queries,
            Notices notices,
            ChangeNotice changeNotice,
            SpokenCode spokenCode,
            Journal journal) {
        this.transactions = transactions;
        this.queries = queries;
        this.notices = notices;
        this.changeNotice = changeNotice;
        this.spokenCode = spokenCode;
        this.journal = journal;
    }

    /**
     * What becomes of the notice; acknowledging what somebody acknowledged before changes nothing.
     *
     * @param code null in a portal
     * @throws Refused when the caller does not see it, is not notified by it, or the code is wrong
     */
    public Uni<NoticeQueries.Summary> acknowledge(Caller caller, UUID id, @Nullable String code) {
        return transactions
                .as(caller, () -> queries.find(id))
                .invoke(Refused::unlessFound)
                .chain(() -> transactions.asEngine(() -> notices.findForUpdate(id)
                        .chain(notice -> code == null
                                ? inPortal(caller, notice.orElseThrow())
                                : byCode(caller, notice.orElseThrow(), code))))
                .invoke(Refused::ifAny)
                .chain(() -> transactions.as(caller, () -> queries.find(id)))
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<Refusal>> inPortal(Caller caller, StoredNotice stored) {
        Notice notice = stored.notice();
        boolean notified = caller.agency().equals(notice.recipientAgency())
                || notice.deliveries().stream()
                        .anyMatch(it -> it.person().agency().code().equals(caller.agency()));
        if (!notified) {
            return Uni.createFrom().item(Optional.of(Refusal.NOT_TOLD));
        }
        return change(
                caller,
                stored,
                new NoticeEvent.AcknowledgedByAgency(caller.name(), CallerRole.of(caller), caller.agency()));
    }

    private Uni<Optional<Refusal>> byCode(Caller caller, StoredNotice stored, String code) {
        return spokenCode.find(caller, stored.notice().id(), code).chain(found -> {
            Credentials.Credential credential = found.credential();
            return credential == null
                    ? Uni.createFrom().item(Optional.ofNullable(found.refusal()))
                    : change(
                            caller,
                            stored,
                            new NoticeEvent.Acknowledged(
                                    credential.contact(),
                                    AcknowledgementMethod.PHONE_CODE,
                                    Optional.of(new Acknowledger.EnteredBy(caller.name(), caller.agency()))));
        });
    }

    private Uni<Optional<Refusal>> change(Caller caller, StoredNotice stored, NoticeEvent event) {
        Notice notice = stored.notice();
        if (notice.policy().information() || notice.end() == EndReason.SUPERSEDED) {
            return Uni.createFrom().item(Optional.of(Refusal.NO_LONGER_NEEDED));
        }
        EndReason end = notice.end();
        if (notice.status() == Status.ACKNOWLEDGED || end != null && end.done()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return changeNotice
                .change(ACTION, stored, event)
                .chain(() -> journal.record(caller, entry(stored)))
                .replaceWith(Optional.empty());
    }

    private static Journal.Entry entry(StoredNotice stored) {
        NoticeHeader header = stored.header();
        return new Journal.Entry(
                ACTION,
                header.incidentAgency(),
                header.incidentId(),
                header.clause(),
                Map.of("noticeId", stored.notice().id()));
    }
}
