package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongbao.escalation.delivery.smtp.ScriptedSmtp.after;
import static org.tongbao.escalation.delivery.smtp.ScriptedSmtp.drop;
import static org.tongbao.escalation.delivery.smtp.ScriptedSmtp.hang;
import static org.tongbao.escalation.delivery.smtp.ScriptedSmtp.say;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.escalation.delivery.smtp.Relay.Attempted;
import org.tongbao.escalation.delivery.smtp.ScriptedSmtp.Moment;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.delivery.usecase.SendResult.Accepted;
import org.tongbao.escalation.delivery.usecase.SendResult.Refused;
import org.tongbao.escalation.delivery.usecase.SendResult.TryLater;
import org.tongbao.escalation.delivery.usecase.SendResult.Unknown;

class RelayTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int POOL = 3;

    private static Vertx vertx;

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final ScriptedSmtp otherServer = new ScriptedSmtp();
    private final ArrayList<Relay> relays = new ArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @BeforeEach
    void clear() {
        relays.clear();
    }

    @AfterEach
    void close() throws IOException {
        relays.forEach(Relay::close);
        server.close();
        otherServer.close();
    }

    @Test
    void acceptedWithTheRelaysOwnWords() {
        var relay = relay(server.port(), ShortLimits.none());

        var result = send(relay);

        assertThat(result).isEqualTo(new Accepted("relay-1", "250 2.0.0 queued as 4F2A"));
        assertThat(server.contents()).hasSize(1);
    }

    @Test
    void nothingUnusualGoesOverTheWire() {
        var relay = relay(server.port(), ShortLimits.none());

        send(relay);

        var content = server.contents().get(0);
        assertThat(content).doesNotContain(SmtpInterceptor.HEADER).doesNotContainPattern("[^\r]\n");
        assertThat(content.lines().mapToInt(String::length).max().orElse(0)).isLessThan(998);
        assertThat(server.commands()).contains("MAIL FROM:<tongbao@tongbao.example>", "RCPT TO:<duty@example.test>");
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 later, sender-451, true",
        "MAIL, 550 not you, sender-550, true",
        "RCPT, 450 greylisted, smtp-450, false",
        "RCPT, 421 going down, smtp-421, true",
        "DATA, 451 later, smtp-451, false",
        "DOT, 452 disk full, smtp-452, false",
        "GREETING, 421 too busy, relay-421, true",
        "GREETING, 554 no service, relay-554, true",
    })
    void whatMayPassIsTriedLater(Moment moment, String reply, String reason, boolean relayFailed) {
        server.at(moment, say(reply));
        var relay = relay(server.port(), ShortLimits.none());

        var attempted = attempt(relay);

        assertThat(attempted).isEqualTo(new Attempted(new TryLater(reason), relayFailed));
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 no such user, smtp-550", "RCPT, 553 bad name, smtp-553", "DOT, 552 too large, smtp-552"})
    void whatWillNeverBeTakenIsRefused(Moment moment, String reply, String reason) {
        server.at(moment, say(reply));
        var relay = relay(server.port(), ShortLimits.none());

        var attempted = attempt(relay);

        assertThat(attempted).isEqualTo(new Attempted(new Refused(reason), false));
    }

    @ParameterizedTest
    @CsvSource({"GREETING, relay-unreachable", "MAIL, closed-before-content", "DATA, closed-before-content"})
    void aConnectionThatBreaksBeforeTheContentIsTriedLater(Moment moment, String reason) {
        server.at(moment, drop());
        var relay = relay(server.port(), ShortLimits.none());

        var attempted = attempt(relay);

        assertThat(attempted).isEqualTo(new Attempted(new TryLater(reason), true));
    }

    @Test
    void aRelayThatNeverGreetsIsLetGoWhenItIsIdle() {
        server.at(Moment.GREETING, hang());
        var relay = relay(server.port(), ShortLimits.none().idle(SOON));

        var attempted = attempt(relay);

        assertThat(attempted).isEqualTo(new Attempted(new TryLater("relay-unreachable"), true));
    }

    @Test
    void aClosedPortIsTriedLater() throws IOException {
        var relay = relay(closedPort(), ShortLimits.none());

        var attempted = attempt(relay);

        assertThat(attempted).isEqualTo(new Attempted(new TryLater("relay-unreachable"), true));
    }

    @Test
    void aConnectionThatBreaksAfterTheDotLeavesItOpenWhoHasTheLetter() {
        server.at(Moment.DOT, drop());
        var relay = relay(server.port(), ShortLimits.none());

        var result = send(relay);

        assertThat(result).isEqualTo(new Unknown("closed-after-content"));
        assertThat(server.contents()).hasSize(1);
    }

    @Test
    void anAnswerToTheDotThatIsNoneLeavesItOpenWhoHasTheLetter() {
        server.at(Moment.DOT, say("what?"));
        var relay = relay(server.port(), ShortLimits.none());

        var result = send(relay);

        assertThat(result).isEqualTo(new Unknown("garbled-answer"));
    }

    @Test
    void silenceAfterTheDotLeavesItOpenWhoHasTheLetterAndEndsInTime() {
        server.at(Moment.DOT, hang());
        var relay = relay(server.port(), ShortLimits.none().time(SOON));

        var result = send(relay);

        assertThat(result).isEqualTo(new Unknown("no-answer-after-content"));
        await().untilAsserted(() -> assertThat(server.ended()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({"GREETING", "HELLO", "MAIL", "RCPT", "DATA"})
    void silenceBeforeTheContentIsTriedLaterAndEndsInTime(Moment moment) {
        server.at(moment, hang());
        var relay = relay(server.port(), ShortLimits.none().content(SOON));

        var attempted = attempt(relay);

        assertThat(attempted).isEqualTo(new Attempted(new TryLater("relay-silent"), true));
        assertThat(server.contents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GREETING", "HELLO", "RCPT", "DATA"})
    void aLetterThatWasGivenUpDoesNotGoOutLater(Moment moment) {
        var release = new CountDownLatch(1);
        server.at(moment, after(release, moment));
        var relay = relay(server.port(), ShortLimits.none().content(SOON));
        var result = send(relay);

        release.countDown();

        assertThat(result).isEqualTo(new TryLater("relay-silent"));
        await().untilAsserted(() -> assertThat(server.ended()).isEqualTo(1));
        assertThat(server.contents()).isEmpty();
    }

    @Test
    void aFreshClientReachesAHealedRelayAlthoughTarpitsHoldThePool() {
        server.at(Moment.GREETING, hang());
        var relay = relay(
                server.port(), ShortLimits.none().content(Duration.ofSeconds(2)).avoidingAfter(POOL));
        var tarpitted = new ArrayList<Future<Attempted>>();
        for (int i = 0; i < POOL; i++) {
            tarpitted.add(relay.send(mail(), Duration.ofSeconds(2), LONG));
        }
        tarpitted.forEach(RelayTest::done);

        server.behave();
        var result = send(relay);

        assertThat(result).isInstanceOf(Accepted.class);
    }

    @Test
    void aLetterThatIsUnderWayEndsWellAlthoughItsClientIsReplaced() {
        var answered = new CountDownLatch(1);
        server.at(Moment.DOT, after(answered, Moment.DOT));
        var relay = relay(server.port(), ShortLimits.none().avoidingAfter(1));
        var underWay = relay.send(mail(), LONG, LONG);
        await().until(() -> server.contents().size() == 1);
        var waiting = new ArrayList<Future<Attempted>>();
        for (int i = 1; i < 2 * POOL; i++) {
            waiting.add(relay.send(mail(), LONG, LONG));
        }

        var givenUp = done(relay.send(mail(), SOON, SOON));
        answered.countDown();

        assertThat(givenUp.relayFailed()).isTrue();
        assertThat(done(underWay).result()).isInstanceOf(Accepted.class);
        assertThat(waiting)
                .allSatisfy(letter -> assertThat(done(letter).result()).isInstanceOf(Accepted.class));
    }

    @Test
    void idleConnectionsGiveTheirPlaceInThePoolBack() {
        server.at(Moment.GREETING, hang());
        var relay = relay(server.port(), ShortLimits.none().content(SOON).idle(Duration.ofSeconds(1)));
        var tarpitted = new ArrayList<Future<Attempted>>();
        for (int i = 0; i < POOL; i++) {
            tarpitted.add(relay.send(mail(), SOON, LONG));
        }
        tarpitted.forEach(RelayTest::done);

        server.behave();
        var result = done(relay.send(mail(), LONG, LONG)).result();

        assertThat(result).isInstanceOf(Accepted.class);
    }

    @Test
    void aConnectionIsUsedAgain() {
        var relay = relay(server.port(), ShortLimits.none());

        send(relay);
        send(relay);

        assertThat(server.contents()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void ofTheConnectionsThatHaveNothingToDoOneIsKeptWarm() {
        var relay = relay(
                server.port(), ShortLimits.none().idle(Duration.ofSeconds(2)).warm(Duration.ofMillis(100)));
        while (server.connections() < 2) {
            var together = List.of(relay.send(mail(), LONG, LONG), relay.send(mail(), LONG, LONG));
            together.forEach(RelayTest::done);
        }

        await().until(() -> server.connections() - server.ended() == 1);
        int opened = server.connections();
        long asked = noops();
        await().until(() -> noops() > asked + 3);
        var result = send(relay);

        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(opened);
    }

    @Test
    void aWarmConnectionOnWhichTheRelayNoLongerAnswersIsGivenUp() {
        server.at(Moment.OTHER, hang());
        var relay = relay(
                server.port(), ShortLimits.none().idle(Duration.ofSeconds(1)).warm(Duration.ofMillis(100)));

        send(relay);

        await().until(() -> server.ended() == 1);
        assertThat(noops()).isEqualTo(1);
    }

    @Test
    void aLetterThatComesWhileTheRelayIsAskedIsAnsweredWithItsOwnAnswers() {
        var answered = new CountDownLatch(1);
        var relay = relay(server.port(), ShortLimits.none().warm(SOON));
        send(relay);
        server.at(Moment.OTHER, after(answered, Moment.OTHER));
        await().until(() -> noops() == 1);

        var second = relay.send(mail(), LONG, LONG);
        answered.countDown();

        assertThat(done(second).result()).isEqualTo(new Accepted("relay-1", "250 2.0.0 queued as 4F2A"));
        assertThat(server.connections()).isEqualTo(1);
    }

    private long noops() {
        return server.commands().stream().filter("NOOP"::equals).count();
    }

    @Test
    void aConnectionThatDiedInThePoolCostsNothing() {
        var relay = relay(server.port(), ShortLimits.none());
        server.at(Moment.OTHER, drop());

        send(relay);
        var result = send(relay);

        assertThat(result).isInstanceOf(Accepted.class);
    }

    @Test
    void theResultComesBackOnTheCallersContext() throws Exception {
        server.at(Moment.GREETING, hang());
        var relay = relay(server.port(), ShortLimits.none());
        Context caller = vertx.getOrCreateContext();
        var seen = new CompletableFuture<Context>();

        caller.runOnContext(
                v -> relay.send(mail(), SOON, LONG).onComplete(done -> seen.complete(Vertx.currentContext())));

        assertThat(seen.get(20, TimeUnit.SECONDS)).isSameAs(caller);
    }

    @Test
    void theSecondRelayTakesOverAtOnce() throws IOException {
        var relays = relays(relay(closedPort(), ShortLimits.none()), otherRelay(ShortLimits.none()));

        var result = done(relays.send(mail(), false));

        assertThat(result).isEqualTo(new Accepted("relay-2", "250 2.0.0 queued as 4F2A"));
    }

    @Test
    void theSecondRelayTakesOverFromATarpitWithinTheTimeLimit() {
        server.at(Moment.GREETING, hang());
        var limits = ShortLimits.none().content(SOON);
        var relays = new Relays(relay(server.port(), limits), otherRelay(limits), limits);

        var result = done(relays.send(mail(), false));

        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(otherServer.contents()).hasSize(1);
    }

    @Test
    void twoTarpitsStillEndInTime() {
        server.at(Moment.GREETING, hang());
        otherServer.at(Moment.GREETING, hang());
        var limits = ShortLimits.none().content(SOON).time(SOON.multipliedBy(2));
        var relays = new Relays(relay(server.port(), limits), otherRelay(limits), limits);

        var result = done(relays.send(mail(), false));

        assertThat(result).isEqualTo(new TryLater("relay-silent"));
    }

    @Test
    void aLetterThatMayHaveArrivedGoesToNoOtherRelay() {
        server.at(Moment.DOT, drop());
        var relays = relays(relay(server.port(), ShortLimits.none()), otherRelay(ShortLimits.none()));

        var result = done(relays.send(mail(), false));

        assertThat(result).isInstanceOf(Unknown.class);
        assertThat(otherServer.connections()).isZero();
    }

    @Test
    void whatARelaySaysOfTheRecipientIsNotAskedAgainElsewhere() {
        server.at(Moment.RCPT, say("550 no such user"));
        var relays = relays(relay(server.port(), ShortLimits.none()), otherRelay(ShortLimits.none()));

        var result = done(relays.send(mail(), false));

        assertThat(result).isEqualTo(new Refused("smtp-550"));
        assertThat(otherServer.connections()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 no service for you",
        "MAIL, 550 5.7.1 sender rejected",
        "RCPT, 554 5.7.1 Relay access denied",
        "RCPT, 550 relay not permitted",
        "DATA, 554 5.7.1 policy",
        "DOT, 554 5.7.1 rejected by policy",
    })
    void whatARelaySaysOfItselfIsAskedOfTheOther(Moment moment, String reply) {
        server.at(moment, say(reply));
        var relays = relays(relay(server.port(), ShortLimits.none()), otherRelay(ShortLimits.none()));

        var result = done(relays.send(mail(), false));

        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(otherServer.contents()).hasSize(1);
    }

    @Test
    void whatBothRelaysRefuseForReasonsOfTheirOwnIsRefused() {
        server.at(Moment.RCPT, say("554 5.7.1 Relay access denied"));
        otherServer.at(Moment.RCPT, say("550 5.7.1 Unable to relay"));
        var relays = relays(relay(server.port(), ShortLimits.none()), otherRelay(ShortLimits.none()));

        var result = done(relays.send(mail(), false));

        assertThat(result).isEqualTo(new Refused("smtp-550"));
    }

    @Test
    void whatOneRelayRefusesForAReasonOfItsOwnIsTriedLaterWhileTheOtherCannotBeAsked() throws IOException {
        server.at(Moment.RCPT, say("554 5.7.1 Relay access denied"));
        var denying = relay(server.port(), ShortLimits.none());
        var away = relay(closedPort(), ShortLimits.none());

        assertThat(done(relays(denying, away).send(mail(), false))).isEqualTo(new TryLater("relay-unreachable"));
        assertThat(done(relays(denying, away).send(mail(), true))).isEqualTo(new TryLater("smtp-554"));
    }

    @Test
    void theSecondRelayGoesFirstWhenAsked() {
        var relays = relays(relay(server.port(), ShortLimits.none()), otherRelay(ShortLimits.none()));

        done(relays.send(mail(), true));

        assertThat(server.connections()).isZero();
        assertThat(otherServer.contents()).hasSize(1);
    }

    @Test
    void aRelayThatKeepsFailingNoLongerGoesFirst() {
        server.at(Moment.GREETING, drop());
        var limits = ShortLimits.none().avoidingAfter(3);
        var relays = relays(relay(server.port(), limits), otherRelay(limits));
        for (int i = 0; i < 3; i++) {
            done(relays.send(mail(), false));
        }

        done(relays.send(mail(), false));

        assertThat(server.connections()).isEqualTo(3);
        assertThat(otherServer.contents()).hasSize(4);
    }

    @Test
    void everyAttemptEndsWhileConnectionsDropAtTheGreetingAndClientsAreReplaced() {
        server.at(Moment.GREETING, drop());
        var relay = relay(server.port(), ShortLimits.none().avoidingAfter(3));
        var attempts = new ArrayList<Future<Attempted>>();

        for (int round = 0; round < 25; round++) {
            for (int loop = 0; loop < 4; loop++) {
                attempts.add(onALoopOfItsOwn(() -> relay.send(mail(), LONG, LONG)));
            }
            attempts.add(relay.send(mail(), LONG, LONG));
        }

        assertThat(attempts).allSatisfy(attempt -> assertThat(done(attempt))
                .isEqualTo(new Attempted(new TryLater("relay-unreachable"), true)));
    }

    private static <T> Future<T> onALoopOfItsOwn(Supplier<Future<T>> work) {
        Promise<T> result = Promise.promise();
        ((VertxInternal) vertx).createEventLoopContext().runOnContext(v -> work.get()
                .onComplete(result));
        return result.future();
    }

    private Relay relay(int port, ShortLimits limits) {
        return relay("relay-1", port, limits);
    }

    private Relay otherRelay(ShortLimits limits) {
        return relay("relay-2", otherServer.port(), limits);
    }

    private Relay relay(String name, int port, ShortLimits limits) {
        var config = new MailConfig("127.0.0.1", port)
                .setMaxPoolSize(POOL)
                .setOwnHostname("tongbao.example")
                .setKeepAlive(true);
        var relay = new Relay(name, "通報 <tongbao@tongbao.example>", vertx, config, limits);
        relays.add(relay);
        return relay;
    }

    private static Relays relays(Relay first, Relay second) {
        return new Relays(first, second, ShortLimits.none());
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private SendResult send(Relay relay) {
        return attempt(relay).result();
    }

    private Attempted attempt(Relay relay) {
        var limits = relay.settings();
        return done(relay.send(mail(), limits.contentLimit(), limits.timeLimit()));
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(
                new MailAddress("duty@example.test"),
                "<" + UUID.randomUUID() + "@tongbao.example>",
                "incident-" + UUID.randomUUID(),
                "zh-TW",
                "[TLP:AMBER] 資安事件 2026-7F3K-9Q2C：第 3 級緊急通知，請確認收悉（期限 14:05）",
                true,
                "TLP:AMBER\n.\n..\n第 3 級緊急通知\n",
                "<p>第 3 級緊急通知</p>");
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(25, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no result in time", e);
        }
    }
}
