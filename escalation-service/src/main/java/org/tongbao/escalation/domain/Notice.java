package org.tongbao.escalation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.escalation.domain.Happening.Acknowledged;
import org.tongbao.escalation.domain.Happening.Decided;
import org.tongbao.escalation.domain.Happening.LevelChanged;
import org.tongbao.escalation.domain.Happening.PhoneAnswered;
import org.tongbao.escalation.domain.Happening.Reached;
import org.tongbao.escalation.domain.Happening.Replied;
import org.tongbao.escalation.domain.Happening.Settled;
import org.tongbao.escalation.domain.Happening.Slow;
import org.tongbao.escalation.domain.Happening.TakenByAgency;
import org.tongbao.escalation.domain.Happening.TimePassed;
import org.tongbao.escalation.domain.Happening.Unreached;
import org.tongbao.escalation.domain.Happening.WorkedOn;
import org.tongbao.escalation.domain.Telling.Reach;

/**
 * 通知: people of one agency who must be told, until one of them acknowledges. Whatever happens is decided here, without a
 * clock, a database or a mail server. A notice that is open has a due time; one without has a reason for its end.
 *
 * @param level on record now; it picks the waits
 * @param phoneOnly TLP:RED or 國家機密: never by mail
 * @param since when it came to its rung
 * @param dueAt when it goes on by itself; null when nothing more is to come
 * @param confirmedBy who acknowledged since the ladder (again) began, the notice's own id for somebody in a portal
 */
public record Notice(
        UUID id,
        Rule rule,
        String recipientAgency,
        Level level,
        boolean phoneOnly,
        Status status,
        Rung rung,
        Instant since,
        @Nullable Instant dueAt,
        List<Telling> told,
        Map<UUID, Instant> confirmedBy,
        @Nullable EndReason end) {
    /** How often an information that is still under way is looked at. */
    private static final Duration LOOK = Duration.ofMinutes(5);

    public Notice {
        told = List.copyOf(told);
        confirmedBy = Map.copyOf(confirmedBy);
    }

    public enum Status {
        OPEN,
        ACKNOWLEDGED,
        ENDED
    }

    /** A notice before anybody is told. */
    public static Notice about(
            UUID id, Rule rule, String recipientAgency, Level level, boolean phoneOnly, Instant now) {
        return new Notice(
                id,
                rule,
                recipientAgency,
                level,
                phoneOnly,
                Status.OPEN,
                Rung.FIRST,
                now,
                null,
                List.of(),
                Map.of(),
                null);
    }

    /** Tells the first ones: the recipients of its rule. */
    public Decision open(Directory directory, Instant now) {
        return tellFirst(new Search(this, directory, now).recipients(), directory, now);
    }

    /** Tells people who were told before how it went on. */
    public Decision openFor(List<Candidate> toldBefore, Directory directory, Instant now) {
        return tellFirst(toldBefore, directory, now);
    }

    /** What follows from what happened; without changes when it makes no difference. */
    public Decision decide(Happening happening, Directory directory, Instant now) {
        if (happening instanceof TimePassed) {
            return timePassed(directory, now);
        } else if (happening instanceof Acknowledged it) {
            return taken(taker(it.contact(), it.method()), now);
        } else if (happening instanceof TakenByAgency it) {
            return taken(new Taker(Optional.empty(), it.name(), it.role(), it.agency(), Method.PORTAL), now);
        } else if (happening instanceof Reached it) {
            return marked(it.contact(), it.rung(), it.channel(), Reach.REACHED).informedWhenDone(directory, now);
        } else if (happening instanceof Unreached it) {
            return marked(it.contact(), it.rung(), it.channel(), Reach.FAILED).withoutHim(it, directory, now);
        } else if (happening instanceof Slow it) {
            return rule.information() ? unchanged() : byPhoneToo(it.contact(), it.rung());
        } else if (happening instanceof PhoneAnswered it) {
            return marked(it.contact(), it.rung(), Channel.PHONE_TASK, Reach.REACHED)
                    .spokenTo(it, directory, now);
        } else if (happening instanceof Replied it) {
            return replied(it, now);
        } else if (happening instanceof LevelChanged it) {
            return levelChanged(it.level(), now);
        } else if (happening instanceof Decided it) {
            return decided(it, now);
        } else if (happening instanceof Settled) {
            return status == Status.OPEN && !rule.information() && !rule.asksForDecision()
                    ? ended(EndReason.SUPERSEDED, now)
                    : unchanged();
        } else if (happening instanceof WorkedOn) {
            return status == Status.ACKNOWLEDGED && acknowledgementProves()
                    ? new Decision(due(null), List.of())
                    : unchanged();
        }
        throw new IllegalStateException("not decided: " + happening);
    }

    /** Whether messages of it may still be sent. */
    public boolean live() {
        return rule.information() || status == Status.OPEN || end == EndReason.EXHAUSTED;
    }

    // Going on

    private Decision tellFirst(List<Candidate> candidates, Directory directory, Instant now) {
        List<Telling> first = new Search(this, directory, now).tellings(candidates);
        Notice opened = with(first).due(now.plus(waitHere()));
        Decision decision =
                first.isEmpty() ? opened.goOn(Because.NOBODY_IN_ROLE, directory, now) : new Decision(opened, List.of());
        return decision.after(List.of(new NoticeChange.Opened(first)));
    }

    private Decision timePassed(Directory directory, Instant now) {
        if (dueAt == null || now.isBefore(dueAt)) {
            return unchanged();
        }
        if (rule.information()) {
            return informedWhenDone(directory, now);
        }
        return status == Status.ACKNOWLEDGED
                ? copy(Status.OPEN, rung, since, dueAt, told, Map.of(), null)
                        .goOn(Because.ACKNOWLEDGEMENT_STALE, directory, now)
                : goOn(Because.NOT_ACKNOWLEDGED, directory, now);
    }

    /** Goes on until somebody is told. A rung without anybody is a change too: it says why the next one follows at once. */
    private Decision goOn(Because because, Directory directory, Instant now) {
        if (rule.information()) {
            return toSomeDutyDesk(because, directory, now);
        }
        List<NoticeChange> changes = new ArrayList<>();
        Notice here = this;
        Because why = because;
        for (Optional<Rung> next = rung.next(rule.needed()); next.isPresent(); next = here.rung.next(rule.needed())) {
            here = here.copy(status, next.get(), now, dueAt, here.told, confirmedBy, end);
            Search search = new Search(here, directory, now);
            List<Telling> tellings = search.tellings(search.onRung());
            changes.add(new NoticeChange.Escalated(here.rung, why, tellings, now));
            if (!tellings.isEmpty()) {
                return new Decision(here.with(tellings).due(now.plus(here.waitHere())), changes);
            }
            why = Because.NOBODY_IN_ROLE;
        }
        return here.ended(EndReason.EXHAUSTED, now).after(changes);
    }

    /** The next channel, else his deputy, else, when nobody else is being told, the next step: at once. */
    private Decision withoutHim(Unreached it, Directory directory, Instant now) {
        if (status != Status.OPEN) {
            return unchanged();
        }
        Decision byPhone = it.channel() == Channel.PHONE_TASK ? unchanged() : byPhoneToo(it.contact(), it.rung());
        if (!byPhone.changes().isEmpty()) {
            return byPhone;
        }
        Search search = new Search(this, directory, now);
        List<Telling> tellings = telling(it.contact())
                .flatMap(previous -> search.nextDeputy(previous.person(), previous.role(), List.of()))
                .map(deputy -> search.tellings(List.of(deputy)))
                .orElse(List.of());
        if (!tellings.isEmpty()) {
            return new Decision(with(tellings), List.of(new NoticeChange.Escalated(rung, it.because(), tellings, now)));
        }
        return someoneIsBeingTold() ? unchanged() : goOn(it.because(), directory, now);
    }

    private boolean someoneIsBeingTold() {
        return told.stream()
                .filter(it -> it.rung().loop() == rung.loop())
                .anyMatch(it -> it.reach() == Reach.UNDER_WAY || it.reach() == Reach.REACHED);
    }

    private Decision byPhoneToo(UUID contact, Rung at) {
        List<Telling> before = told.stream()
                .filter(it -> it.contact().equals(contact) && it.rung().equals(at))
                .toList();
        if (status != Status.OPEN
                || before.isEmpty()
                || before.stream().anyMatch(it -> it.channel() == Channel.PHONE_TASK)) {
            return unchanged();
        }
        Telling first = before.get(0);
        return first.person()
                .address(Channel.PHONE_TASK)
                .map(number -> first.by(Channel.PHONE_TASK, number))
                .map(added -> new Decision(with(List.of(added)), List.of(new NoticeChange.ChannelAdded(added))))
                .orElseGet(this::unchanged);
    }

    private Decision levelChanged(Level other, Instant now) {
        if (status != Status.OPEN || rule.information()) {
            return unchanged();
        }
        if (!rule.notice().levels().contains(other)) {
            return ended(EndReason.SUPERSEDED, now);
        }
        Notice changed = new Notice(
                id, rule, recipientAgency, other, phoneOnly, status, rung, since, dueAt, told, confirmedBy, end);
        return new Decision(changed.due(since.plus(changed.waitHere())), List.of());
    }

    private Duration waitHere() {
        return rule.ladder().map(it -> rung.waitAt(it, level)).orElse(LOOK);
    }

    // Acknowledgement

    private Decision taken(Taker by, Instant now) {
        if (rule.information()
                || status == Status.ACKNOWLEDGED
                || status == Status.ENDED && end != EndReason.EXHAUSTED) {
            return unchanged();
        }
        Map<UUID, Instant> all = new HashMap<>(confirmedBy);
        all.putIfAbsent(by.contact().orElse(id), now);
        if (!enough(all.size())) {
            return new Decision(
                    copy(status, rung, since, dueAt, told, all, end), List.of(new NoticeChange.Confirmed(by, now)));
        }
        Notice taken = copy(Status.ACKNOWLEDGED, rung, since, staleAt(now), afterAcknowledgement(), all, null);
        return new Decision(taken, List.of(new NoticeChange.Taken(by, now)));
    }

    /** Any, so many, or as many as were told in the beginning: each of them, or somebody for him. */
    private boolean enough(int confirmed) {
        Ladder.Acknowledgement asked = rule.needed().acknowledgement();
        return switch (asked.mode()) {
            case ANY -> true;
            case QUORUM -> confirmed >= asked.quorum();
            case ALL ->
                confirmed
                        >= told.stream()
                                .filter(it -> it.rung().equals(Rung.FIRST))
                                .map(Telling::contact)
                                .distinct()
                                .count();
        };
    }

    /** One that is no proof for this rule holds the ladder for one wait; one that leads to nothing goes stale. */
    private @Nullable Instant staleAt(Instant now) {
        if (end == EndReason.EXHAUSTED) {
            return null;
        }
        return acknowledgementProves()
                ? rule.needed().staleAfter(level).map(now::plus).orElse(null)
                : now.plus(waitHere());
    }

    private boolean acknowledgementProves() {
        return !rule.lateral() && !rule.asksForDecision() || rule.provedBy(Proof.ACKNOWLEDGED);
    }

    private Decision spokenTo(PhoneAnswered it, Directory directory, Instant now) {
        if (rule.information()) {
            return informedWhenDone(directory, now);
        }
        Taker by = taker(it.contact(), it.method());
        if (rule.lateral() && rule.provedBy(Proof.PHONE_ANSWERED)) {
            return met(by, null, now);
        }
        return it.method() == Method.PHONE_CODE || rule.provedBy(Proof.PHONE_ANSWERED) ? taken(by, now) : unchanged();
    }

    private Decision replied(Replied it, Instant now) {
        Taker by = new Taker(Optional.empty(), it.name(), it.role(), recipientAgency, Method.REPLIED);
        return rule.lateral() ? met(by, it.reply(), now) : unchanged();
    }

    /** Also when the ladder had ended exhausted: late, but decided. */
    private Decision decided(Decided it, Instant now) {
        if (!rule.asksForDecision() || status == Status.ENDED && end != EndReason.EXHAUSTED) {
            return unchanged();
        }
        EndReason reason = it.confirmed() ? EndReason.CONFIRMED : EndReason.DECLINED;
        Taker by = new Taker(Optional.empty(), it.name(), it.role(), it.agency(), Method.PORTAL);
        return new Decision(
                over(reason), List.of(new NoticeChange.Taken(by, now), new NoticeChange.Ended(reason, now)));
    }

    /** Also when the ladder had ended exhausted: late, but reached. */
    private Decision met(Taker by, @Nullable String reply, Instant now) {
        if (status == Status.ENDED && end != EndReason.EXHAUSTED) {
            return unchanged();
        }
        return new Decision(over(EndReason.MET), List.of(new NoticeChange.Met(by, reply, now)));
    }

    private Taker taker(UUID contact, Method method) {
        Telling telling =
                telling(contact).orElseThrow(() -> new IllegalArgumentException("not among those told: " + contact));
        return new Taker(
                Optional.of(contact),
                telling.person().name(),
                telling.role(),
                telling.person().agency().code(),
                method);
    }

    // Informations

    private Decision informedWhenDone(Directory directory, Instant now) {
        if (!rule.information() || status != Status.OPEN) {
            return unchanged();
        }
        if (told.stream().anyMatch(it -> it.reach() == Reach.UNDER_WAY)) {
            return new Decision(due(now.plus(LOOK)), List.of());
        }
        return told.stream().anyMatch(it -> it.reach() == Reach.REACHED)
                ? ended(EndReason.INFORMED, now)
                : toSomeDutyDesk(Because.REFUSED, directory, now);
    }

    /** Nobody could be informed: the agency's duty desk is, else the nearest above. */
    private Decision toSomeDutyDesk(Because because, Directory directory, Instant now) {
        Notice next = copy(status, new Rung(1, rung.step() + 1), now, dueAt, told, confirmedBy, end);
        Search search = new Search(next, directory, now);
        List<Telling> tellings = search.tellings(search.someDutyDesk(ToldBecause.NOBODY_IN_ROLE));
        if (tellings.isEmpty()) {
            return ended(EndReason.EXHAUSTED, now);
        }
        return new Decision(
                next.with(tellings).due(now.plus(LOOK)),
                List.of(new NoticeChange.Escalated(next.rung, because, tellings, now)));
    }

    // Copies

    private Optional<Telling> telling(UUID contact) {
        return told.stream().filter(it -> it.contact().equals(contact)).reduce((first, last) -> last);
    }

    private Decision unchanged() {
        return new Decision(this, List.of());
    }

    private Decision ended(EndReason reason, Instant now) {
        return new Decision(over(reason), List.of(new NoticeChange.Ended(reason, now)));
    }

    /** What is under way when a ladder is exhausted goes on being tried. */
    private Notice over(EndReason reason) {
        List<Telling> left = reason == EndReason.EXHAUSTED ? told : superseded(it -> true);
        return copy(Status.ENDED, rung, since, null, left, confirmedBy, reason);
    }

    /** Calls go on where the acknowledgement is no proof: somebody must still be spoken to. */
    private List<Telling> afterAcknowledgement() {
        return superseded(it -> acknowledgementProves() || it.channel() != Channel.PHONE_TASK);
    }

    private List<Telling> superseded(Predicate<Telling> which) {
        return told.stream()
                .map(it -> it.reach() == Reach.UNDER_WAY && which.test(it) ? it.with(Reach.SUPERSEDED) : it)
                .toList();
    }

    private Notice marked(UUID contact, Rung at, Channel channel, Reach reach) {
        List<Telling> all = told.stream()
                .map(it -> it.is(contact, at, channel) ? it.with(reach) : it)
                .toList();
        return copy(status, rung, since, dueAt, all, confirmedBy, end);
    }

    private Notice with(List<Telling> more) {
        List<Telling> all = new ArrayList<>(told);
        all.addAll(more);
        return copy(status, rung, since, dueAt, all, confirmedBy, end);
    }

    private Notice due(@Nullable Instant other) {
        return copy(status, rung, since, other, told, confirmedBy, end);
    }

    private Notice copy(
            Status nextStatus,
            Rung nextRung,
            Instant nextSince,
            @Nullable Instant nextDueAt,
            List<Telling> nextTold,
            Map<UUID, Instant> nextConfirmedBy,
            @Nullable EndReason nextEnd) {
        return new Notice(
                id,
                rule,
                recipientAgency,
                level,
                phoneOnly,
                nextStatus,
                nextRung,
                nextSince,
                nextDueAt,
                nextTold,
                nextConfirmedBy,
                nextEnd);
    }
}
