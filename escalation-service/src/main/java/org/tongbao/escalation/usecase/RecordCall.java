package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.domain.Because;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.escalation.domain.Method;
import org.tongbao.escalation.usecase.Announcements.EndedDelivery;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;
import org.tongbao.platform.time.Clock;

/** Records what came of a call: answered with the code or without, nobody there, a wrong number. */
@ApplicationScoped
public class RecordCall {
    private static final String PENDING = "PENDING";

    private final Transactions transactions;
    private final NoticeReading reading;
    private final Notices notices;
    private final PhoneCalls calls;
    private final ChangeNotice changeNotice;
    private final SpokenCode spokenCode;
    private final RecordDirectoryCall directoryCall;
    private final Announcements announcements;
    private final Journal journal;
    private final Clock clock;

    RecordCall(
            Transactions transactions,
            NoticeReading reading,
            Notices notices,
            PhoneCalls calls,
            ChangeNotice changeNotice,
            SpokenCode spokenCode,
            RecordDirectoryCall directoryCall,
            Announcements announcements,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.notices = notices;
        this.calls = calls;
        this.changeNotice = changeNotice;
        this.spokenCode = spokenCode;
        this.directoryCall = directoryCall;
        this.announcements = announcements;
        this.journal = journal;
        this.clock = clock;
    }

    /** How a call may end. */
    public enum Outcome {
        ANSWERED,
        NO_ANSWER,
        WRONG_NUMBER
    }

    /**
     * @param code that the person spoke, null when none was asked for
     * @param note of whoever called
     */
    public record Said(
            Outcome outcome,
            @Nullable String code,
            @Nullable String note) {}

    /**
     * The call with its result; the same result twice changes nothing.
     *
     * @throws Refused when the caller does not see the call, the code is wrong, or the call is over
     */
    public Uni<PhoneTask> record(Caller caller, UUID id, Said said) {
        return transactions
                .as(caller, () -> reading.phoneTask(id))
                .chain(task ->
                        task.isPresent() ? ofNotice(caller, task.get(), said) : directoryCall.record(caller, id, said));
    }

    private Uni<PhoneTask> ofNotice(Caller caller, NoticeReading.Task task, Said said) {
        return transactions
                .asEngine(() -> notices.lock(task.noticeId()).chain(notice -> calls.find(task.id())
                        .chain(call -> decide(caller, notice.orElseThrow(), call.orElseThrow(), said))))
                .invoke(AcknowledgeNotice::mustNotBeRefused)
                .chain(() -> transactions.as(caller, () -> reading.phoneTask(task.id())))
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<Refusal>> decide(Caller caller, FiledNotice notice, PhoneCalls.Call call, Said said) {
        if (said.outcome().name().equals(call.outcome())) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!call.state().equals(PENDING)) {
            return Uni.createFrom()
                    .item(Optional.of(call.outcome() == null ? Refusal.NO_LONGER_NEEDED : Refusal.ALREADY_RECORDED));
        }
        String code = said.code();
        if (said.outcome() != Outcome.ANSWERED || code == null) {
            return keep(caller, notice, call, said, Method.PHONE_ANSWERED);
        }
        return spokenCode
                .find(call.noticeId(), code, letter -> letter.contact().equals(call.contact()))
                .chain(found -> found.refusal() != null
                        ? Uni.createFrom().item(Optional.of(found.refusal()))
                        : keep(caller, notice, call, said, Method.PHONE_CODE));
    }

    private Uni<Optional<Refusal>> keep(
            Caller caller, FiledNotice notice, PhoneCalls.Call call, Said said, Method method) {
        Instant now = clock.now();
        String state = said.outcome() == Outcome.ANSWERED ? "ACCEPTED" : "PERMANENT";
        String reason = said.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return calls.record(
                        call.id(),
                        new PhoneCalls.Result(said.outcome().name(), state, reason, said.note(), caller, now))
                .chain(() -> announcements.ended(List.of(ended(notice, call, said, now))))
                .chain(() -> changeNotice.change("call-recorded", notice, happening(call, said, method)))
                .chain(() -> journal.record(caller, entry(notice, call, said)))
                .replaceWith(Optional.empty());
    }

    private static Happening happening(PhoneCalls.Call call, Said said, Method method) {
        return said.outcome() == Outcome.ANSWERED
                ? new Happening.PhoneAnswered(call.contact(), call.rung(), method)
                : new Happening.Unreached(call.contact(), call.rung(), Channel.PHONE_TASK, Because.NOT_ANSWERED);
    }

    private static EndedDelivery ended(FiledNotice notice, PhoneCalls.Call call, Said said, Instant now) {
        Heading heading = notice.heading();
        return new EndedDelivery(
                heading.incidentId(),
                call.noticeId(),
                call.id(),
                heading.exercise(),
                call.name(),
                call.role(),
                call.agency(),
                Channel.PHONE_TASK.key(),
                said.outcome().name(),
                null,
                now);
    }

    private static Journal.Entry entry(FiledNotice notice, PhoneCalls.Call call, Said said) {
        Heading heading = notice.heading();
        return new Journal.Entry(
                "call-recorded",
                heading.incidentAgency(),
                heading.incidentId(),
                heading.clause(),
                Map.of("noticeId", call.noticeId(), "phoneTaskId", call.id(), "outcome", said.outcome()));
    }
}
