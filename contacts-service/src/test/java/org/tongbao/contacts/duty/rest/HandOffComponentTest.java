package org.tongbao.contacts.duty.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.duty.usecase.NotifyHandOffs;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.DutyChanged;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ShiftStarting;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.testing.database.DatabaseProbe;

/** Who goes on duty is notified before, once, and when it changes. */
@QuarkusTest
class HandOffComponentTest {
    @Inject
    NotifyHandOffs notifyHandOffs;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private String office = "";
    private UUID one = Ids.next();
    private UUID other = Ids.next();

    @BeforeEach
    void anOfficeWithTwoReviewers() {
        Seed.load();
        office = Office.create();
        one = Office.contact(office, "reviewer");
        other = Office.contact(office, "reviewer");
    }

    @Test
    @Requirement("S2-07")
    void whoGoesOnDutySoonIsToldOnceAndWhoDoesLaterNotYet() throws Throwable {
        shift(one, 6, 18);
        shift(other, 18, 30);

        notifyDue();
        notifyDue();

        assertThat(starting()).singleElement().satisfies(it -> {
            assertThat(it.to().contact()).isEqualTo(one);
            assertThat(it.role()).isEqualTo("reviewer");
            assertThat(it.from()).isEqualTo(hour(6));
            assertThat(it.until()).isEqualTo(hour(18));
            assertThat(it.insteadOf()).isNull();
        });
        hoursPass(7);
        notifyDue();
        assertThat(starting()).extracting(it -> it.to().contact()).containsExactly(one, other);
    }

    @Test
    @Requirement("S2-09")
    void theStandInOfTheAbsentIsToldAndNotTheAbsent() throws Throwable {
        post(
                "absences",
                "{\"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"standIn\": \"%s\"}"
                        .formatted(one, hour(-1), hour(24), other));
        shift(one, 6, 18);

        notifyDue();

        assertThat(starting()).singleElement().satisfies(it -> {
            assertThat(it.to().contact()).isEqualTo(other);
            assertThat(it.insteadOf()).isEqualTo("某甲（測試）");
        });
    }

    @Test
    @Requirement("S2-09")
    void anAbsenceGivesTheDutyToTheStandInAndBothAreTold() {
        shift(one, 24, 48);
        post(
                "absences",
                "{\"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"standIn\": \"%s\"}"
                        .formatted(one, hour(30), hour(60), other));

        assertThat(changed()).extracting(it -> it.to().contact()).containsExactly(one, one, other);
        assertThat(changed().get(1).removed()).containsExactly(new DutyChanged.Shift("reviewer", hour(30), hour(48)));
        assertThat(changed().get(2).added()).containsExactly(new DutyChanged.Shift("reviewer", hour(30), hour(48)));
    }

    @Test
    @Requirement("S2-08")
    void whoseDutyAChangeGivesOrTakesIsToldWhatIsDifferent() {
        shift(one, 24, 48);
        post(
                "overrides",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
                        .formatted(other, hour(30), hour(36)));

        assertThat(changed()).extracting(it -> it.to().contact()).containsExactly(one, one, other);
        assertThat(changed().get(0).added()).containsExactly(new DutyChanged.Shift("reviewer", hour(24), hour(48)));
        assertThat(changed().get(1).removed()).containsExactly(new DutyChanged.Shift("reviewer", hour(30), hour(36)));
        assertThat(changed().get(2).added()).containsExactly(new DutyChanged.Shift("reviewer", hour(30), hour(36)));
    }

    @Test
    void aChangeThatLeavesTheDutyAsItIsTellsNobody() {
        shift(one, 24, 48);

        People.admin(office)
                .header("If-Match", "\"v1\"")
                .body(Office.contactBody("reviewer").replace("某甲", "某甲改名"))
                .put(Office.AGENCIES + office + "/contacts/" + one)
                .then()
                .statusCode(200);

        assertThat(changed()).hasSize(1);
    }

    @Test
    void anImportOfAKnownBookTellsAndTheFirstOneDoesNot() {
        String fresh = Office.create();
        UUID third = Ids.next();
        String document = """
            {"contacts": [{"agency": "%s", "id": "%s", %s],
             "shifts": [{"agency": "%s", "role": "reviewer", "contact": "%s", "from": "%s", "until": "%s"}]}\
            """;
        load(document.formatted(
                fresh, third, Office.contactBody("reviewer").substring(1), fresh, third, hour(24), hour(48)));
        office = fresh;
        assertThat(changed()).isEmpty();

        load(
                "{\"shifts\": [{\"agency\": \"%s\", \"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}]}"
                        .formatted(fresh, third, hour(24), hour(72)));

        assertThat(changed()).singleElement().satisfies(it -> assertThat(it.added())
                .containsExactly(new DutyChanged.Shift("reviewer", hour(48), hour(72))));
    }

    @Test
    void aServiceThatWasDownTellsLateAndOnlyWhatIsNotOver() throws Throwable {
        shift(one, 20, 30);
        shift(other, 30, 44);
        hoursPass(32);

        notifyDue();

        assertThat(starting()).extracting(it -> it.to().contact()).containsExactly(other);
    }

    @Test
    void whatIsToldIsPublished() {
        shift(one, 24, 48);

        try (var messages = Entries.of(EventTypes.DUTY_CHANGED)) {
            assertThat(messages.await(office).to().name()).isEqualTo("某甲（測試）");
        }
    }

    private void shift(UUID contact, int from, int until) {
        post(
                "roster",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
                        .formatted(contact, hour(from), hour(until)));
    }

    private void post(String what, String body) {
        People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .post(Office.AGENCIES + office + "/" + what)
                .then()
                .statusCode(201);
    }

    private static void load(String document) {
        People.admin("ACS").body(document).post(Seed.IMPORT).then().statusCode(200);
    }

    private void notifyDue() throws Throwable {
        int notified;
        do {
            notified = VertxContextSupport.subscribeAndAwait(notifyHandOffs::notifyDue);
        } while (notified > 0);
    }

    /** Everything of the office is that much earlier. */
    private void hoursPass(int hours) {
        String earlier = " - interval '" + hours + " hours'";
        DatabaseProbe.changeSome(
                "update shift set starts = starts" + earlier + ", ends = ends" + earlier + " where agency = ?", office);
        DatabaseProbe.changeSome(
                "update contact_book set hand_offs_told = hand_offs_told" + earlier + ", next_hand_off = next_hand_off"
                        + earlier + " where agency = ?",
                office);
    }

    private List<ShiftStarting> starting() {
        return DatabaseProbe.announced(EventTypes.SHIFT_STARTING, office);
    }

    private List<DutyChanged> changed() {
        return DatabaseProbe.announced(EventTypes.DUTY_CHANGED, office);
    }

    private Instant hour(int hour) {
        return now.plus(Duration.ofHours(hour));
    }
}
