package org.tongbao.escalation.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.escalation.contact.domain.AgencyContacts;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.notice.domain.Delivery.State;
import org.tongbao.escalation.notice.domain.Notice.Status;

/** What holds of every notice, whatever happens to it: thousands of random directories, rules and histories. */
class NoticeHistoriesTest {
    private static final Procedure PROCEDURE =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final List<String> PATH = List.of("TPE-EDU", "TPE", "ACS");
    private static final List<String> ROLES =
            List.of("reviewer", "ciso", "it-head", "report-window", "security-contact", "duty-desk");
    private static final int LONGEST = 80;

    /** A notice with its directory and everything random about it. */
    private static final class History {
        final RandomGenerator random;
        final DirectorySnapshot directory;
        final List<NoticeChange> changes = new ArrayList<>();
        Notice notice;
        Instant now = NOON;

        History(long seed) {
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            directory = directory();
            NoticeRule rule =
                    PROCEDURE.notices().get(random.nextInt(PROCEDURE.notices().size()));
            Optional<Ladder> ladder = PROCEDURE.ladderOf(rule).map(this::withOtherAcknowledgement);
            notice = Notice.about(
                    new UUID(7, seed),
                    new EscalationPolicy(rule, ladder),
                    PATH.get(random.nextInt(PATH.size())),
                    Level.of(1 + random.nextInt(4)),
                    random.nextInt(5) == 0,
                    now);
            keep(notice.open(directory, now));
        }

        private Ladder withOtherAcknowledgement(Ladder ladder) {
            var mode = Ladder.Mode.values()[random.nextInt(3)];
            Map<Level, Duration> stale = random.nextBoolean() ? Map.of() : Map.of(Level.THREE, Duration.ofMinutes(30));
            return new Ladder(
                    ladder.key(),
                    ladder.source(),
                    ladder.steps(),
                    new Ladder.Acknowledgement(mode, mode == Ladder.Mode.QUORUM ? 2 : 0),
                    random.nextInt(3),
                    stale,
                    ladder.exhausted());
        }

        private DirectorySnapshot directory() {
            Map<String, AgencyContacts> staff = new HashMap<>();
            Map<String, List<String>> above = new HashMap<>();
            for (int index = 0; index < PATH.size(); index++) {
                staff.put(PATH.get(index), staff(PATH.get(index)));
                above.put(PATH.get(index), PATH.subList(index + 1, PATH.size()));
            }
            return new DirectorySnapshot(staff, above);
        }

        private AgencyContacts staff(String agency) {
            int size = random.nextInt(6);
            List<AgencyContacts.Member> members = new ArrayList<>();
            for (int index = 0; index < size; index++) {
                Set<String> roles = new HashSet<>();
                ROLES.stream().filter(role -> random.nextInt(3) == 0).forEach(roles::add);
                members.add(new AgencyContacts.Member(person(agency, index), roles));
            }
            List<AgencyContacts.Deputyship> deputies = new ArrayList<>();
            List<AgencyContacts.Absence> absences = new ArrayList<>();
            List<AgencyContacts.DutyAssignment> shifts = new ArrayList<>();
            for (int index = 0; index < size; index++) {
                UUID contact = contact(agency, index);
                deputies.add(new AgencyContacts.Deputyship(
                        contact,
                        List.of(contact(agency, random.nextInt(size)), contact(agency, random.nextInt(size))),
                        NOON.minusSeconds(60),
                        null));
                if (random.nextInt(4) == 0) {
                    absences.add(new AgencyContacts.Absence(
                            contact, NOON.minusSeconds(60), NOON.plusSeconds(random.nextInt(7200)), null));
                }
                shifts.add(new AgencyContacts.DutyAssignment(
                        ROLES.get(random.nextInt(ROLES.size())),
                        contact,
                        NOON.minusSeconds(60),
                        NOON.plusSeconds(3600)));
            }
            return new AgencyContacts(members, deputies, absences, shifts);
        }

        private Person person(String agency, int index) {
            Map<Channel, List<String>> addresses = new EnumMap<>(Channel.class);
            if (random.nextInt(8) > 0) {
                addresses.put(Channel.MAIL, List.of("p" + index + "@" + agency + ".test"));
            }
            if (random.nextInt(8) > 0) {
                addresses.put(Channel.PHONE_TASK, List.of("+886-900-000-10" + index));
            }
            return new Person(
                    contact(agency, index),
                    new Person.Agency(agency, agency, Optional.empty()),
                    "p" + index,
                    "zh-TW",
                    addresses);
        }

        private static UUID contact(String agency, int index) {
            return new UUID(agency.hashCode(), index);
        }

        Decision happens(NoticeEvent event) {
            Decision decision = notice.decide(event, directory, now);
            keep(decision);
            return decision;
        }

        private void keep(Decision decision) {
            notice = decision.notice();
            changes.addAll(decision.changes());
        }

        void somethingHappens() {
            now = now.plusSeconds(random.nextInt(1200));
            Optional<Delivery> one = notice.deliveries().isEmpty()
                    ? Optional.empty()
                    : Optional.of(notice.deliveries()
                            .get(random.nextInt(notice.deliveries().size())));
            int what = random.nextInt(one.isPresent() ? 10 : 4);
            happens(
                    switch (what) {
                        case 0, 1 -> new NoticeEvent.TimePassed();
                        case 2 -> new NoticeEvent.LevelChanged(Level.of(1 + random.nextInt(4)));
                        case 3 -> random.nextInt(10) == 0 ? new NoticeEvent.Resolved() : new NoticeEvent.Progressed();
                        case 4, 5, 6 -> ended(one.orElseThrow());
                        case 7 ->
                            new NoticeEvent.DeliveryDelayed(
                                    one.orElseThrow().contact(),
                                    one.orElseThrow().position());
                        case 8 ->
                            random.nextInt(4) == 0
                                    ? new NoticeEvent.Acknowledged(
                                            one.orElseThrow().contact(),
                                            AcknowledgementMethod.MAIL_LINK,
                                            Optional.empty())
                                    : new NoticeEvent.TimePassed();
                        default ->
                            random.nextInt(6) == 0
                                    ? new NoticeEvent.LateralReplied("somebody", "reporter", "UNKNOWN")
                                    : new NoticeEvent.TimePassed();
                    });
        }

        private NoticeEvent ended(Delivery delivery) {
            if (delivery.state() != State.IN_PROGRESS) {
                return new NoticeEvent.TimePassed();
            }
            if (random.nextInt(3) == 0) {
                return new NoticeEvent.DeliveryFailed(
                        delivery.contact(), delivery.position(), delivery.channel(), EscalationReason.REFUSED);
            }
            return delivery.channel() == Channel.PHONE_TASK
                    ? new NoticeEvent.CallAnswered(
                            delivery.contact(),
                            delivery.position(),
                            AcknowledgementMethod.PHONE_ANSWERED,
                            new Acknowledger.EnteredBy("desk", "A"))
                    : new NoticeEvent.DeliverySucceeded(delivery.contact(), delivery.position(), delivery.channel());
        }
    }

    @Property(tries = 5000)
    void noNoticeIsBothFinalAndSilent(@ForAll long seed) {
        History history = new History(seed);

        for (int i = 0; i < LONGEST; i++) {
            history.somethingHappens();
            Notice notice = history.notice;
            if (notice.status() == Status.OPEN) {
                assertThat(notice.dueAt()).isNotNull();
                assertThat(notice.end()).isNull();
            } else if (notice.status() == Status.ENDED) {
                assertThat(notice.end()).isNotNull();
                assertThat(notice.dueAt()).isNull();
            }
        }
    }

    @Property(tries = 5000)
    void whenNobodyEverAnswersTheLadderTellsEverybodyItNamesAndEnds(@ForAll long seed) {
        History history = new History(seed);
        if (history.notice.policy().information()) {
            return;
        }

        int rounds = 0;
        while (history.notice.status() == Status.OPEN) {
            LadderPosition before = history.notice.position();
            history.now = history.notice.dueAt();
            history.happens(new NoticeEvent.TimePassed());
            assertThat(history.notice.status() != Status.OPEN
                            || !history.notice.position().equals(before))
                    .as("a due ladder goes on")
                    .isTrue();
            assertThat(rounds++).isLessThan(LONGEST);
        }

        assertThat(history.notice.end()).isEqualTo(EndReason.EXHAUSTED);
        boolean somebodyOnADesk = PATH.subList(PATH.indexOf(history.notice.recipientAgency()), PATH.size()).stream()
                .flatMap(agency -> history.directory.contactsOf(agency).members().stream())
                .anyMatch(member -> member.roles().contains("duty-desk"));
        if (!somebodyOnADesk) {
            return;
        }
        assertThat(history.changes.stream().filter(NoticeChange.Escalated.class::isInstance))
                .isNotEmpty();
    }

    @Property(tries = 5000)
    void afterAnAcknowledgementNothingNewIsOpened(@ForAll long seed) {
        History history = new History(seed);
        for (int i = 0; i < 10; i++) {
            history.somethingHappens();
        }
        if (history.notice.policy().information() || history.notice.deliveries().isEmpty()) {
            return;
        }
        history.happens(new NoticeEvent.Acknowledged(
                history.notice.deliveries().get(0).contact(), AcknowledgementMethod.MAIL_LINK, Optional.empty()));

        for (int i = 0; i < LONGEST; i++) {
            boolean taken = history.notice.status() == Status.ACKNOWLEDGED;
            Instant stale = history.notice.dueAt();
            int told = history.notice.deliveries().size();
            history.somethingHappens();
            if (taken && (stale == null || history.now.isBefore(stale))) {
                assertThat(history.notice.deliveries()).hasSize(told);
            }
        }
    }

    @Property(tries = 5000)
    void nobodyIsToldTwiceInOneRoundByOneChannel(@ForAll long seed) {
        History history = new History(seed);
        for (int i = 0; i < LONGEST; i++) {
            history.somethingHappens();
        }

        assertThat(history.notice.deliveries().stream()
                        .map(it -> it.contact() + " " + it.position().loop() + " " + it.channel()))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 5000)
    void whatIsForThePhoneNeverGoesByMail(@ForAll long seed) {
        History history = new History(seed);
        for (int i = 0; i < LONGEST; i++) {
            history.somethingHappens();
        }

        if (history.notice.phoneOnly()) {
            assertThat(history.notice.deliveries()).allMatch(it -> it.channel() == Channel.PHONE_TASK);
        }
        Statistics.label("somebody is called because mail is not allowed")
                .collect(history.notice.phoneOnly()
                        && !history.notice.deliveries().isEmpty())
                .coverage(it -> it.check(true).count(times -> times > 100));
    }

    @Property(tries = 5000)
    void whoCannotBeReachedIsFollowedBySomebodyAtOnce(@ForAll long seed) {
        History history = new History(seed);
        if (history.notice.policy().information() || history.notice.deliveries().isEmpty()) {
            return;
        }
        int told = history.notice.deliveries().size();

        for (Delivery delivery : history.notice.deliveries()) {
            history.happens(new NoticeEvent.DeliveryFailed(
                    delivery.contact(), delivery.position(), delivery.channel(), EscalationReason.REFUSED));
        }

        assertThat(history.notice.deliveries().size() > told || history.notice.end() == EndReason.EXHAUSTED)
                .isTrue();
    }

    @Property(tries = 2000)
    void theSameHistoryIsDecidedTheSameWay(@ForAll long seed) {
        History first = new History(seed);
        History second = new History(seed);
        for (int i = 0; i < LONGEST; i++) {
            first.somethingHappens();
            second.somethingHappens();
        }

        assertThat(first.notice).isEqualTo(second.notice);
        assertThat(first.changes).isEqualTo(second.changes);
    }
}
