package org.tongbao.escalation.notice.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.escalation.notice.domain.Acknowledger.EnteredBy;
import org.tongbao.escalation.notice.domain.Notice.Status;

/** What an acknowledgement, an answered call, a reply or a decision does to a notice. */
record Acknowledging(Notice notice, Instant now) {
    Decision byRecipient(NoticeEvent.Acknowledged it) {
        return acknowledged(recipient(it.contact(), it.method(), it.enteredBy()));
    }

    Decision byAgency(NoticeEvent.AcknowledgedByAgency it) {
        return acknowledged(inPortal(it.name(), it.role(), it.agency()));
    }

    private Decision acknowledged(Acknowledger by) {
        if (notice.policy().information() || notice.status() == Status.ACKNOWLEDGED || isDecided()) {
            return notice.unchanged();
        }
        Map<UUID, Instant> all = new HashMap<>(notice.confirmedBy());
        all.putIfAbsent(by.contact().orElse(notice.id()), now);
        if (!isEnough(all.size())) {
            Notice confirmed = notice.copy(
                    notice.status(),
                    notice.position(),
                    notice.since(),
                    notice.dueAt(),
                    notice.deliveries(),
                    all,
                    notice.end());
            return new Decision(confirmed, List.of(new NoticeChange.PartlyAcknowledged(by, now)));
        }
        Notice acknowledged = notice.copy(
                Status.ACKNOWLEDGED, notice.position(), notice.since(), staleAt(), remainingDeliveries(), all, null);
        return new Decision(acknowledged, List.of(new NoticeChange.Acknowledged(by, now)));
    }

    /** Ended otherwise than exhausted: nothing changes it any more. */
    private boolean isDecided() {
        return notice.status() == Status.ENDED && notice.end() != EndReason.EXHAUSTED;
    }

    /** Any, so many, or as many as were notified at first: each of them, or somebody for him. */
    private boolean isEnough(int confirmed) {
        Ladder.Acknowledgement required = notice.policy().requiredLadder().acknowledgement();
        return switch (required.mode()) {
            case ANY -> true;
            case QUORUM -> confirmed >= required.quorum();
            case ALL ->
                confirmed
                        >= notice.deliveries().stream()
                                .filter(it -> it.position().equals(LadderPosition.FIRST))
                                .map(Delivery::contact)
                                .distinct()
                                .count();
        };
    }

    /** One that is no proof for this rule holds the ladder for one wait; one that leads to nothing goes stale. */
    private @Nullable Instant staleAt() {
        if (notice.end() == EndReason.EXHAUSTED) {
            return null;
        }
        return notice.policy().acknowledgementSuffices()
                ? notice.policy()
                        .requiredLadder()
                        .staleAfter(notice.level())
                        .map(now::plus)
                        .orElse(null)
                : now.plus(notice.currentWait());
    }

    /** Calls go on where the acknowledgement is no proof: somebody must still be spoken to. */
    private List<Delivery> remainingDeliveries() {
        Predicate<Delivery> calls = it -> it.channel() == Channel.PHONE_TASK;
        return notice.superseding(notice.policy().acknowledgementSuffices() ? it -> true : calls.negate());
    }

    Decision callAnswered(NoticeEvent.CallAnswered it) {
        Acknowledger by = recipient(it.contact(), it.method(), Optional.of(it.enteredBy()));
        boolean proof = notice.policy().provedBy(Proof.PHONE_ANSWERED);
        if (notice.policy().lateral() && proof) {
            return met(by, null);
        }
        return it.method() == AcknowledgementMethod.PHONE_CODE || proof ? acknowledged(by) : notice.unchanged();
    }

    Decision lateralReplied(NoticeEvent.LateralReplied it) {
        var by = new Acknowledger(
                Optional.empty(),
                it.name(),
                it.role(),
                notice.recipientAgency(),
                AcknowledgementMethod.REPLIED,
                Optional.empty());
        return notice.policy().lateral() ? met(by, it.reply()) : notice.unchanged();
    }

    /** Also when the ladder had ended exhausted: late, but reached. */
    private Decision met(Acknowledger by, @Nullable String reply) {
        return isDecided()
                ? notice.unchanged()
                : new Decision(notice.endedWith(EndReason.MET), List.of(new NoticeChange.Met(by, reply, now)));
    }

    /** Also when the ladder had ended exhausted: late, but decided. */
    Decision confirmationDecided(NoticeEvent.ConfirmationDecided it) {
        if (!notice.policy().asksForDecision() || isDecided()) {
            return notice.unchanged();
        }
        EndReason reason = it.confirmed() ? EndReason.CONFIRMED : EndReason.DECLINED;
        Acknowledger by = inPortal(it.name(), it.role(), it.agency());
        return new Decision(
                notice.endedWith(reason),
                List.of(new NoticeChange.Acknowledged(by, now), new NoticeChange.Ended(reason, now)));
    }

    private static Acknowledger inPortal(String name, String role, String agency) {
        return new Acknowledger(Optional.empty(), name, role, agency, AcknowledgementMethod.PORTAL, Optional.empty());
    }

    private Acknowledger recipient(UUID contact, AcknowledgementMethod method, Optional<EnteredBy> enteredBy) {
        Delivery delivery = notice.lastDeliveryTo(contact)
                .orElseThrow(() -> new IllegalArgumentException("not a recipient: " + contact));
        return new Acknowledger(
                Optional.of(contact),
                delivery.person().name(),
                delivery.role(),
                delivery.person().agency().code(),
                method,
                enteredBy);
    }
}
