package org.tongbao.escalation.acknowledgement.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.acknowledgement.usecase.AckOutcome;
import org.tongbao.escalation.acknowledgement.usecase.AckView;
import org.tongbao.escalation.acknowledgement.usecase.AckView.State;
import org.tongbao.escalation.acknowledgement.usecase.Acknowledge;

/** One mail for each answer that the use case can give, so that the page is seen in all of its states. */
@Alternative
@ApplicationScoped
public class KnownCredentials implements Acknowledge {
    static final UUID OPEN = UUID.fromString("01990000-0000-7000-8000-000000000001");
    static final UUID TAKEN = UUID.fromString("01990000-0000-7000-8000-000000000002");
    static final UUID OVER = UUID.fromString("01990000-0000-7000-8000-000000000003");
    static final UUID TRIED_TOO_OFTEN = UUID.fromString("01990000-0000-7000-8000-000000000004");
    static final UUID EXERCISE = UUID.fromString("01990000-0000-7000-8000-000000000005");
    static final UUID FAILING = UUID.fromString("01990000-0000-7000-8000-000000000006");
    static final UUID STRANGER = UUID.fromString("01990000-0000-7000-8000-0000000000ff");

    static final String TOKEN = "mJ0dQp3rVtY7wZ2xC5vB8nM1kL4hG6fD9sA0qW3eR5t";
    static final String CODE = "7K3H-9QFM";
    static final String NUMBER = "2026-7F3K-9Q2C";

    private static final Instant AT = Instant.parse("2026-11-20T04:12:00Z");
    private static final Instant DUE = Instant.parse("2026-11-20T06:05:00Z");

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** What came in, except for looks. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }

    @Override
    public Uni<AckOutcome> byToken(UUID id, String token) {
        calls.add("token " + id + " " + token);
        return answer(id, token.equals(TOKEN));
    }

    @Override
    public Uni<AckOutcome> byCode(UUID id, String code) {
        calls.add("code " + id + " " + code);
        return answer(id, code.equals(CODE));
    }

    private static Uni<AckOutcome> answer(UUID id, boolean right) {
        if (id.equals(FAILING)) {
            return Uni.createFrom().failure(new IllegalStateException("relation \"letter\" does not exist"));
        }
        return Uni.createFrom().item(outcome(id, right));
    }

    private static AckOutcome outcome(UUID id, boolean right) {
        if (id.equals(TRIED_TOO_OFTEN)) {
            return new AckOutcome.TooManyTries(Duration.ofSeconds(1799));
        }
        if (!right || shown(id) == null) {
            return new AckOutcome.Unknown();
        }
        if (id.equals(TAKEN)) {
            return new AckOutcome.AlreadyAcknowledged(NUMBER, "<b>陳代理</b>", "it-head", AT);
        }
        return id.equals(OVER)
                ? new AckOutcome.NoLongerValid(NUMBER)
                : new AckOutcome.Acknowledged(NUMBER, "王小明", "ciso", AT);
    }

    @Override
    public Uni<AckView> find(UUID id) {
        if (id.equals(FAILING)) {
            return Uni.createFrom().failure(new IllegalStateException("relation \"letter\" does not exist"));
        }
        var shown = shown(id);
        return Uni.createFrom().item(shown == null ? new AckView.NotFound() : shown);
    }

    private static AckView.@Nullable Shown shown(UUID id) {
        State state;
        if (id.equals(TAKEN)) {
            state = State.ACKNOWLEDGED;
        } else if (id.equals(OVER)) {
            state = State.NO_LONGER_VALID;
        } else if (id.equals(OPEN) || id.equals(EXERCISE) || id.equals(TRIED_TOO_OFTEN)) {
            state = State.OPEN;
        } else {
            return null;
        }
        var title = new Text("三、四級資安事件緊急通知 <b>", "Urgent notice");
        return new AckView.Shown(NUMBER, title, 3, "AMBER+STRICT", DUE, id.equals(EXERCISE), state);
    }
}
