package org.tongbao.contacts.readiness.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.ActingDuty.ActingAssignment;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.duty.domain.Intervals;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.contracts.procedure.Role;

/** Looks at one book, role by role, and writes down what is wrong. */
final class ReadinessCheck {
    /** By fewer proven addresses nobody counts as reached: one of them may fail. */
    private static final int CHANNELS = 2;

    private static final double HELD = 0.3;
    private static final double COVERED = 0.5;
    private static final double DEPUTIES = 0.1;
    private static final double ATTESTED = 0.1;
    private static final int READY = 100;

    private final ContactBook book;
    private final BookRules rules;
    private final Map<UUID, Instant> attestedUntil;
    private final Interval ahead;
    private final List<ActingAssignment> duty;
    private final Map<UUID, Contact> contacts;
    private final Set<UUID> overdue = new HashSet<>();
    private final List<Reason> reasons = new ArrayList<>();

    ReadinessCheck(
            ContactBook book,
            BookRules rules,
            Map<UUID, Instant> attestedUntil,
            List<ActingAssignment> duty,
            Instant now) {
        this.book = book;
        this.rules = rules;
        this.attestedUntil = attestedUntil;
        this.ahead = new Interval(now, now.plus(DutyPlan.AHEAD));
        this.duty = duty;
        this.contacts = book.items(Contact.class);
    }

    Readiness check() {
        if (rules.needed().isEmpty()) {
            return new Readiness(
                    0, List.of(new Reason(Reason.Kind.PROCEDURE_UNKNOWN, null, null, null, null, 0, 0, null)));
        }
        double sum = 0;
        for (BookRules.Needed needed : rules.needed()) {
            sum += share(needed);
        }
        int score = (int) Math.floor(READY * sum / rules.needed().size());
        reasons.sort(Comparator.comparing(Reason::kind));
        return new Readiness(reasons.isEmpty() ? READY : Math.min(score, READY - 1), reasons);
    }

    private double share(BookRules.Needed needed) {
        List<UUID> holders = book.holders(needed.role());
        if (holders.size() < needed.atLeast()) {
            reasons.add(new Reason(
                    Reason.Kind.ROLE_MISSING,
                    needed.role(),
                    null,
                    null,
                    null,
                    holders.size(),
                    needed.atLeast(),
                    needed.clause()));
        }
        if (holders.isEmpty()) {
            return 0;
        }
        return HELD * Math.min(1, holders.size() / (double) needed.atLeast())
                + COVERED * covered(needed)
                + DEPUTIES * (needed.deputy() ? deputies(needed, holders) : 1)
                + ATTESTED * attested(needed.role(), holders);
    }

    private double covered(BookRules.Needed needed) {
        List<ActingAssignment> held =
                duty.stream().filter(it -> it.role() == needed.role()).toList();
        Intervals reached = Intervals.of(held.stream()
                .filter(this::isReached)
                .map(ActingAssignment::interval)
                .toList());
        List<Interval> uncovered = reached.without(ahead);
        Map<UUID, List<ActingAssignment>> byPerson = new LinkedHashMap<>();
        held.stream()
                .filter(it -> uncovered.stream().anyMatch(it.interval()::touches))
                .forEach(it -> byPerson.computeIfAbsent(
                                Objects.requireNonNullElse(it.acting(), it.contact()), ignored -> new ArrayList<>())
                        .add(it));
        byPerson.forEach((person, parts) -> unreached(needed, person, parts, uncovered));
        Duration missing = uncovered.stream()
                .map(it -> Duration.between(it.from(), it.until()))
                .reduce(Duration.ZERO, Duration::plus);
        return 1 - missing.toSeconds() / (double) DutyPlan.AHEAD.toSeconds();
    }

    private void unreached(
            BookRules.Needed needed, UUID person, List<ActingAssignment> parts, List<Interval> uncovered) {
        boolean isAway = parts.stream().anyMatch(it -> it.acting() == null);
        List<Interval> when = parts.stream()
                .filter(it -> !isAway || it.acting() == null)
                .flatMap(it -> uncovered.stream().flatMap(gap -> gap.within(it.interval()).stream()))
                .toList();
        reasons.add(new Reason(
                isAway ? Reason.Kind.NOBODY_STANDS_IN : unreachedBy(person),
                needed.role(),
                person,
                name(person),
                hull(when),
                book.provenChannels(person).size(),
                CHANNELS,
                needed.clause()));
    }

    private Reason.Kind unreachedBy(UUID person) {
        Contact contact = contacts.get(person);
        boolean canBeSentTo = contact == null
                || contact.channels().stream().anyMatch(it -> it.type().isNotifiable());
        return canBeSentTo ? Reason.Kind.CHANNELS_UNPROVEN : Reason.Kind.CHANNELS_CANNOT_SEND;
    }

    private boolean isReached(ActingAssignment held) {
        return held.acting() != null && isReached(held.acting());
    }

    private boolean isReached(UUID contact) {
        return book.provenChannels(contact).size() >= CHANNELS;
    }

    private double deputies(BookRules.Needed needed, List<UUID> holders) {
        long fine = holders.stream().filter(it -> hasDeputy(needed, it)).count();
        return fine / (double) holders.size();
    }

    private boolean hasDeputy(BookRules.Needed needed, UUID holder) {
        List<Deputyship> named = book.items(Deputyship.class).values().stream()
                .filter(it -> it.contact().equals(holder) && it.within(ahead).isPresent())
                .toList();
        List<Interval> gaps = Intervals.of(
                        named.stream().flatMap(it -> it.within(ahead).stream()).toList())
                .without(ahead);
        if (!gaps.isEmpty()) {
            return add(Reason.Kind.DEPUTY_MISSING, needed, holder, gaps.get(0));
        }
        if (named.stream().flatMap(it -> it.deputies().stream()).noneMatch(this::isReached)) {
            return add(Reason.Kind.DEPUTY_UNPROVEN, needed, holder, null);
        }
        return named.stream().noneMatch(it -> it.permissions().isEmpty())
                || add(Reason.Kind.PERMISSIONS_UNSTATED, needed, holder, null);
    }

    private boolean add(Reason.Kind kind, BookRules.Needed needed, UUID contact, @Nullable Interval interval) {
        reasons.add(new Reason(kind, needed.role(), contact, name(contact), interval, 0, 1, needed.clause()));
        return false;
    }

    private double attested(Role role, List<UUID> holders) {
        long fine = holders.stream().filter(it -> isAttested(role, it)).count();
        return fine / (double) holders.size();
    }

    private boolean isAttested(Role role, UUID contact) {
        Instant until = attestedUntil.get(contact);
        boolean isOverdue = until != null && !until.isAfter(ahead.from());
        // Told once, however many roles somebody has.
        if (until != null && isOverdue && overdue.add(contact)) {
            reasons.add(new Reason(
                    Reason.Kind.ATTESTATION_OVERDUE,
                    role,
                    contact,
                    name(contact),
                    new Interval(until, ahead.from()),
                    0,
                    1,
                    null));
        }
        return !isOverdue;
    }

    private String name(UUID contact) {
        return Optional.ofNullable(contacts.get(contact)).map(Contact::name).orElse("");
    }

    private static @Nullable Interval hull(Collection<Interval> spans) {
        Optional<Instant> from = spans.stream().map(Interval::from).min(Comparator.naturalOrder());
        Optional<Instant> until = spans.stream().map(Interval::until).max(Comparator.naturalOrder());
        return from.isPresent() && until.isPresent() ? new Interval(from.get(), until.get()) : null;
    }
}
