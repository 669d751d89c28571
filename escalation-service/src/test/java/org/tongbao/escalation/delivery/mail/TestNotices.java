package org.tongbao.escalation.delivery.mail;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementLink;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice.Recipient;
import org.tongbao.escalation.notice.usecase.NoticeFacts;

/** Notices to send in tests; each call of a {@code with} method gives a changed copy. */
record TestNotices(OutgoingNotice notice) {
    static final Instant NOW = Instant.parse("2026-11-20T04:10:00Z");
    static final Instant DUE = Instant.parse("2026-11-20T06:05:00Z");
    static final String TOKEN = "mJ0dQp3rVtY7wZ2xC5vB8nM1kL4hG6fD9sA0qW3eR5t";

    static TestNotices urgent() {
        var id = UUID.randomUUID();
        return new TestNotices(new OutgoingNotice(
                id,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "<" + id + "@tongbao.example>",
                "urgent-notice",
                new Text("三、四級資安事件緊急通知", "Urgent notice"),
                new Recipient(
                        "王小明",
                        "ciso." + id + "@example.test",
                        "zh-TW",
                        "ciso",
                        "TPE",
                        "臺北市政府",
                        "Taipei City Government"),
                "2026-7F3K-9Q2C",
                3,
                "AMBER",
                DUE,
                "附件一",
                false,
                false,
                new AcknowledgementLink(
                        URI.create("http://127.0.0.1:8080/api/v1/ack/" + id + "#" + TOKEN), "7K3H-9QFM"),
                RecipientReason.HOLDS_ROLE,
                NoticeFacts.NONE,
                null));
    }

    /** What Taipei's procedure calls it. */
    private static @Nullable Text obligation(@Nullable String key) {
        return key == null
                ? null
                : ProcedureFiles.shipped()
                        .byId("s2-taipei-113")
                        .flatMap(it -> it.obligation(key))
                        .map(Obligation::name)
                        .orElseThrow();
    }

    TestNotices to(String address) {
        return recipient(notice.to().name(), address, notice.to().language());
    }

    TestNotices named(String name) {
        return recipient(name, notice.to().address(), notice.to().language());
    }

    TestNotices in(String language) {
        return recipient(notice.to().name(), notice.to().address(), language);
    }

    private TestNotices recipient(String name, String address, String language) {
        var old = notice.to();
        return copy(
                notice.rule(),
                new Recipient(
                        name, address, language, old.role(), old.agency(), old.agencyName(), old.agencyNameEnglish()),
                notice.tlp(),
                notice.dueAt(),
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                notice.facts());
    }

    TestNotices rule(String rule) {
        return copy(
                rule,
                notice.to(),
                notice.tlp(),
                notice.dueAt(),
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                notice.facts());
    }

    TestNotices tlp(String tlp) {
        return copy(
                notice.rule(),
                notice.to(),
                tlp,
                notice.dueAt(),
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                notice.facts());
    }

    TestNotices due(@Nullable Instant dueAt) {
        return copy(
                notice.rule(),
                notice.to(),
                notice.tlp(),
                dueAt,
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                notice.facts());
    }

    TestNotices exercise() {
        return copy(
                notice.rule(),
                notice.to(),
                notice.tlp(),
                notice.dueAt(),
                true,
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                notice.facts());
    }

    TestNotices secondRelay() {
        return copy(
                notice.rule(),
                notice.to(),
                notice.tlp(),
                notice.dueAt(),
                notice.exercise(),
                true,
                notice.acknowledgement(),
                notice.because(),
                notice.facts());
    }

    TestNotices information() {
        return copy(
                notice.rule(),
                notice.to(),
                notice.tlp(),
                notice.dueAt(),
                notice.exercise(),
                notice.secondRelay(),
                null,
                notice.because(),
                notice.facts());
    }

    TestNotices because(RecipientReason because) {
        return copy(
                notice.rule(),
                notice.to(),
                notice.tlp(),
                notice.dueAt(),
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                because,
                notice.facts());
    }

    TestNotices clause(String clause) {
        return new TestNotices(new OutgoingNotice(
                notice.deliveryId(),
                notice.noticeId(),
                notice.incidentId(),
                notice.messageId(),
                notice.rule(),
                notice.title(),
                notice.to(),
                notice.number(),
                notice.level(),
                notice.tlp(),
                notice.dueAt(),
                clause,
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                notice.facts(),
                notice.obligation()));
    }

    TestNotices facts(NoticeFacts facts) {
        return copy(
                notice.rule(),
                notice.to(),
                notice.tlp(),
                notice.dueAt(),
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                facts);
    }

    /** Another delivery of the same incident. */
    TestNotices another() {
        var id = UUID.randomUUID();
        return new TestNotices(new OutgoingNotice(
                id,
                UUID.randomUUID(),
                notice.incidentId(),
                "<" + id + "@tongbao.example>",
                notice.rule(),
                notice.title(),
                notice.to(),
                notice.number(),
                notice.level(),
                notice.tlp(),
                notice.dueAt(),
                notice.clause(),
                notice.exercise(),
                notice.secondRelay(),
                notice.acknowledgement(),
                notice.because(),
                notice.facts(),
                notice.obligation()));
    }

    private TestNotices copy(
            String rule,
            Recipient to,
            String tlp,
            @Nullable Instant dueAt,
            boolean exercise,
            boolean secondRelay,
            @Nullable AcknowledgementLink acknowledgement,
            RecipientReason because,
            NoticeFacts facts) {
        return new TestNotices(new OutgoingNotice(
                notice.deliveryId(),
                notice.noticeId(),
                notice.incidentId(),
                notice.messageId(),
                rule,
                notice.title(),
                to,
                notice.number(),
                notice.level(),
                tlp,
                dueAt,
                notice.clause(),
                exercise,
                secondRelay,
                acknowledgement,
                because,
                facts,
                obligation(facts.obligation())));
    }
}
