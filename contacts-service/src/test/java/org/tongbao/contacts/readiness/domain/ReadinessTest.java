package org.tongbao.contacts.readiness.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contacts.people.domain.Absence;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.requirement.Requirement;

/** An agency that needs a report window with a deputy, and is ready: A is the window, B the deputy. */
class ReadinessTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID DEPUTIES = new UUID(2, 1);
    private static final BookRules RULES =
            new BookRules(Map.of(), List.of(new BookRules.Needed(Role.REPORT_WINDOW, 1, true, "§6")), Set.of());

    private final Map<UUID, Versioned<BookItem>> items = new HashMap<>();
    private final Map<UUID, Instant> attestedUntil = new HashMap<>();

    ReadinessTest() {
        person(A, "甲", Role.REPORT_WINDOW);
        person(B, "乙", Role.SECURITY_CONTACT);
        file(DEPUTIES, new Deputyship(A, List.of(B), day(-1), null, List.of(permission())));
    }

    @Test
    @Requirement({"S2-04", "S2-07", "S1-39"})
    void whoeverIsReachedByTwoProvenChannelsAndHasADeputyMakesTheAgencyReady() {
        assertThat(readiness()).isEqualTo(new Readiness(100, List.of()));
    }

    @Test
    void nobodyInARoleIsNothing() {
        items.remove(A);
        items.remove(DEPUTIES);

        assertThat(readiness().score()).isZero();
        assertThat(readiness().reasons()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Reason.Kind.ROLE_MISSING);
            assertThat(it.have()).isZero();
            assertThat(it.need()).isEqualTo(1);
            assertThat(ReasonTexts.of(it).chinese()).isEqualTo("通報窗口只有 0 位，應有 1 位（§6）：請再登錄 1 位。");
            assertThat(ReasonTexts.of(it).english()).isEqualTo("report window: 0 of 1 on file (§6); file 1 more.");
        });
    }

    @Test
    void aChannelThatWasNotProvenDoesNotCount() {
        items.remove(proofId(A, 1));

        var readiness = readiness();

        assertThat(kinds(readiness)).containsExactly(Reason.Kind.CHANNELS_UNPROVEN);
        assertThat(readiness.reasons().get(0).have()).isEqualTo(1);
        assertThat(readiness.score()).isEqualTo(50);
    }

    @Test
    void aChangedAddressIsNotProvenByTheOldOne() {
        Contact known = (Contact) items.get(A).value();
        file(
                A,
                withChannels(
                        known,
                        new Channel(ChannelType.MAIL, "new@a.example.test"),
                        known.channels().get(1)));

        assertThat(kinds(readiness())).containsExactly(Reason.Kind.CHANNELS_UNPROVEN);
    }

    @Test
    void aChannelThatTheSuiteCannotUseDoesNotCount() {
        var web = new Channel(ChannelType.WEBHOOK, "https://a.example.test");
        Contact known = (Contact) items.get(A).value();
        file(A, withChannels(known, known.channels().get(0), web));
        prove(A, 1, web);

        assertThat(kinds(readiness())).containsExactly(Reason.Kind.CHANNELS_UNPROVEN);
    }

    @Test
    void whoeverHasOnlyChannelsThatCannotSendIsNamed() {
        Contact known = (Contact) items.get(A).value();
        file(
                A,
                withChannels(
                        known,
                        new Channel(ChannelType.SMS, "+886900000101"),
                        new Channel(ChannelType.WEBHOOK, "https://a.example.test")));

        var readiness = readiness();

        assertThat(kinds(readiness)).containsExactly(Reason.Kind.CHANNELS_CANNOT_SEND);
        assertThat(ReasonTexts.of(readiness.reasons().get(0)).english()).contains("nothing can be sent yet");
    }

    @Test
    @Requirement("S2-09")
    void anAbsenceThatTheDeputyCoversDoesNotMatter() {
        file(new UUID(3, 1), new Absence(A, day(5), day(10), null));

        assertThat(readiness().isReady()).isTrue();
    }

    @Test
    void anAbsenceThatNobodyCoversIsToldWithItsTimes() {
        file(DEPUTIES, new Deputyship(A, List.of(B), day(-1), day(7), List.of(permission())));
        file(new UUID(3, 1), new Absence(A, day(5), day(10), null));

        var readiness = readiness();

        assertThat(kinds(readiness)).containsExactly(Reason.Kind.NOBODY_STANDS_IN, Reason.Kind.DEPUTY_MISSING);
        assertThat(readiness.reasons().get(0).interval()).isEqualTo(new Interval(day(7), day(10)));
        assertThat(readiness.reasons().get(1).interval()).isEqualTo(new Interval(day(7), day(35)));
        // 3 of 35 days without anybody, and no points for the deputies.
        assertThat(readiness.score()).isEqualTo((int) (100 * (0.3 + 0.5 * 32 / 35 + 0.1)));
    }

    @Test
    void aShiftOfSomebodyUnreachableInTheWeeksToComeIsToldNow() {
        UUID c = new UUID(0, 3);
        file(c, contact("丙", Role.REPORT_WINDOW, c));
        file(new UUID(2, 2), new Deputyship(c, List.of(B), day(-1), null, List.of(permission())));
        file(new UUID(4, 1), new Shift(Role.REPORT_WINDOW, A, day(-1), day(20)));
        file(new UUID(4, 2), new Shift(Role.REPORT_WINDOW, c, day(20), day(27)));

        var readiness = readiness();

        assertThat(readiness.reasons()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Reason.Kind.CHANNELS_UNPROVEN);
            assertThat(it.contact()).isEqualTo(c);
            assertThat(it.interval()).isEqualTo(new Interval(day(20), day(27)));
            assertThat(ReasonTexts.of(it).english())
                    .isEqualTo(
                            "丙 is on duty as report window (10 Dec 08:00 to 17 Dec 08:00 Taipei) with 0 of 2 verified"
                                    + " channels; send a code to one more and type it in.");
        });
    }

    @Test
    @Requirement("S2-09")
    void deputiesNobodyCanReachOrWithoutStatedPermissionsAreTold() {
        items.remove(proofId(B, 0));
        assertThat(kinds(readiness())).containsExactly(Reason.Kind.DEPUTY_UNPROVEN);

        prove(B, 0, channels(B).get(0));
        file(DEPUTIES, new Deputyship(A, List.of(B), day(-1), null));
        assertThat(kinds(readiness())).containsExactly(Reason.Kind.PERMISSIONS_UNSTATED);
        assertThat(readiness().score()).isEqualTo(90);
    }

    @Test
    @Requirement("S1-39")
    void anEntryThatWasNotConfirmedLetsReadinessFall() {
        attestedUntil.put(A, NOW);

        var readiness = readiness();

        assertThat(kinds(readiness)).containsExactly(Reason.Kind.ATTESTATION_OVERDUE);
        assertThat(readiness.score()).isEqualTo(90);
    }

    @Test
    void anEntryThatIsStillConfirmedDoesNot() {
        attestedUntil.put(A, NOW.plusSeconds(1));

        assertThat(readiness().isReady()).isTrue();
    }

    @Test
    void withoutAProcedureNobodyKnowsWhomItNeeds() {
        var readiness = Readiness.of(book(), BookRules.of(null, false), Map.of(), NOW);

        assertThat(kinds(readiness)).containsExactly(Reason.Kind.PROCEDURE_UNKNOWN);
        assertThat(readiness.score()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Reason.Kind.class)
    void everyReasonIsASentenceInBothLanguages(Reason.Kind kind) {
        for (Role role : Role.values()) {
            var words = ReasonTexts.of(new Reason(kind, role, A, "甲", new Interval(NOW, day(1)), 0, 2, "§6"));

            assertThat(words.chinese()).endsWith("。").doesNotContain("null", "  ");
            assertThat(words.english()).endsWith(".").doesNotContain("null", "  ");
        }
    }

    private Readiness readiness() {
        return Readiness.of(book(), RULES, attestedUntil, NOW);
    }

    private static List<Reason.Kind> kinds(Readiness readiness) {
        return readiness.reasons().stream().map(Reason::kind).toList();
    }

    private ContactBook book() {
        return new ContactBook(new AgencyCode("A"), 0, items);
    }

    private void person(UUID id, String name, Role role) {
        Contact contact = contact(name, role, id);
        file(id, contact);
        for (int i = 0; i < contact.channels().size(); i++) {
            prove(id, i, contact.channels().get(i));
        }
    }

    private static Contact contact(String name, Role role, UUID id) {
        return new Contact(name, null, Employment.STAFF, "zh-TW", Set.of(role), channels(id));
    }

    private static Contact withChannels(Contact known, Channel... channels) {
        return new Contact(known.name(), null, known.employment(), "zh-TW", known.roles(), List.of(channels));
    }

    private static List<Channel> channels(UUID id) {
        return List.of(
                new Channel(ChannelType.MAIL, id + "@a.example.test"), new Channel(ChannelType.MOBILE, "+8869" + id));
    }

    private void prove(UUID contact, int number, Channel channel) {
        file(proofId(contact, number), new ChannelProof(contact, channel, NOW, ChannelProof.By.CODE, "某人", null));
    }

    private static UUID proofId(UUID contact, int number) {
        return new UUID(100 + number, contact.getLeastSignificantBits());
    }

    private static Deputyship.Permission permission() {
        return new Deputyship.Permission("通報系統代理群組", day(-2));
    }

    private void file(UUID id, BookItem item) {
        items.put(id, new Versioned<>(item, 1));
    }

    private static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }
}
