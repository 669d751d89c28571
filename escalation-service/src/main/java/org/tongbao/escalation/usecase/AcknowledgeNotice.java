package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.domain.EndReason;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.escalation.domain.Method;
import org.tongbao.escalation.domain.Notice;
import org.tongbao.escalation.domain.Notice.Status;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Acknowledges in a portal, for the agency that is told, or with the code that somebody spoke on the phone. */
@ApplicationScoped
public class AcknowledgeNotice {
    private static final List<String> ROLES = List.of(Group.APPROVER, Group.REVIEWER, Group.REPORTER, Group.DUTY_DESK);
    private static final String ACTION = "notice-acknowledged";

    private final Transactions transactions;
    private final NoticeReading reading;
    private final Notices notices;
    private final ChangeNotice changeNotice;
    private final SpokenCode spokenCode;
    private final Journal journal;

    AcknowledgeNotice(
            Transactions transactions,
            NoticeReading reading,
            Notices notices,
            ChangeNotice changeNotice,
            SpokenCode spokenCode,
            Journal journal) {
        this.transactions = transactions;
        this.reading = reading;
        this.notices = notices;
        this.changeNotice = changeNotice;
        this.spokenCode = spokenCode;
        this.journal = journal;
    }

    /**
     * What becomes of the notice; acknowledging what somebody acknowledged before changes nothing.
     *
     * @param code null in a portal
     * @throws Refused when the caller does not see it, is not told by it, or the code is wrong
     */
    public Uni<NoticeReading.Summary> acknowledge(Caller caller, UUID id, @Nullable String code) {
        return transactions
                .as(caller, () -> reading.find(id))
                .invoke(AcknowledgeNotice::mustBeVisible)
                .chain(() -> transactions.asEngine(() -> notices.lock(id)
                        .chain(notice -> code == null
                                ? inPortal(caller, notice.orElseThrow())
                                : byCode(caller, notice.orElseThrow(), code))))
                .invoke(AcknowledgeNotice::mustNotBeRefused)
                .chain(() -> transactions.as(caller, () -> reading.find(id)))
                .map(Optional::orElseThrow);
    }

    static void mustBeVisible(Optional<?> found) {
        if (found.isEmpty()) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }

    static void mustNotBeRefused(Optional<Refusal> refusal) {
        refusal.ifPresent(it -> {
            throw new Refused(it);
        });
    }

    private Uni<Optional<Refusal>> inPortal(Caller caller, FiledNotice filed) {
        Notice notice = filed.notice();
        boolean told = caller.agency().equals(notice.recipientAgency())
                || notice.told().stream()
                        .anyMatch(it -> it.person().agency().code().equals(caller.agency()));
        if (!told) {
            return Uni.createFrom().item(Optional.of(Refusal.NOT_TOLD));
        }
        return change(caller, filed, new Happening.TakenByAgency(caller.name(), roleOf(caller), caller.agency()));
    }

    /** The group that says most of why the caller may speak for his agency. */
    static String roleOf(Caller caller) {
        return ROLES.stream().filter(caller::is).findFirst().orElse(Group.REPORTER);
    }

    private Uni<Optional<Refusal>> byCode(Caller caller, FiledNotice filed, String code) {
        return spokenCode.find(filed.notice().id(), code, letter -> true).chain(found -> {
            Letters.Letter letter = found.letter();
            return letter == null
                    ? Uni.createFrom().item(Optional.ofNullable(found.refusal()))
                    : change(caller, filed, new Happening.Acknowledged(letter.contact(), Method.PHONE_CODE));
        });
    }

    private Uni<Optional<Refusal>> change(Caller caller, FiledNotice filed, Happening happening) {
        Notice notice = filed.notice();
        if (notice.rule().information() || notice.end() == EndReason.SUPERSEDED) {
            return Uni.createFrom().item(Optional.of(Refusal.NO_LONGER_NEEDED));
        }
        EndReason end = notice.end();
        if (notice.status() == Status.ACKNOWLEDGED || end != null && end.done()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return changeNotice
                .change(ACTION, filed, happening)
                .chain(() -> journal.record(caller, entry(filed)))
                .replaceWith(Optional.empty());
    }

    private static Journal.Entry entry(FiledNotice filed) {
        Heading heading = filed.heading();
        return new Journal.Entry(
                ACTION,
                heading.incidentAgency(),
                heading.incidentId(),
                heading.clause(),
                Map.of("noticeId", filed.notice().id()));
    }
}
