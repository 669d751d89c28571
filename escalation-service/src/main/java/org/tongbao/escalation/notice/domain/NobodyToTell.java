package org.tongbao.escalation.notice.domain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.CommonNotice;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.procedure.Source;

/**
 * Nobody is never silence: where a rule, a relation, a role or a code resolves to nobody, the duty desk of the competent
 * authority is told at once, by phone and mail, until somebody there acknowledges; then everybody who holds a role there. It
 * is the same under every procedure.
 */
public final class NobodyToTell {
    public static final String KEY = CommonNotice.NOBODY_TO_TELL.key();

    private static final int MORE_ROUNDS = 2;
    private static final NoticeRule NOTICE = new NoticeRule(
            KEY,
            CommonNotice.NOBODY_TO_TELL.text(),
            Source.OWN_DESIGN.key(),
            Source.OWN_DESIGN,
            Set.of(Occasion.INCIDENT_REPORTED),
            EnumSet.allOf(Level.class),
            null,
            Set.of(),
            List.of(Relation.COMPETENT_AUTHORITY),
            List.of(new NoticeRule.Recipient(Role.DUTY_DESK, true)),
            List.of(Channel.PHONE_TASK, Channel.MAIL),
            Set.of(NoticeRule.Proof.ACKNOWLEDGED, NoticeRule.Proof.PHONE_ANSWERED),
            KEY);
    private static final List<NoticeRule.Recipient> ANYBODY = List.of(
            new NoticeRule.Recipient(Role.REVIEWER, true),
            new NoticeRule.Recipient(Role.CISO, false),
            new NoticeRule.Recipient(Role.IT_HEAD, false),
            new NoticeRule.Recipient(Role.SECURITY_CONTACT, false),
            new NoticeRule.Recipient(Role.REPORT_WINDOW, false));
    private static final Ladder LADDER = new Ladder(
            KEY,
            Source.OWN_DESIGN,
            List.of(step(Ladder.Target.NOTICE_RECIPIENTS, List.of()), step(Ladder.Target.ROLES, ANYBODY)),
            new Ladder.Acknowledgement(Ladder.Mode.ANY, 0),
            MORE_ROUNDS,
            Map.of(),
            Ladder.Target.PARENT_DUTY_DESK);

    public static final EscalationPolicy POLICY = new EscalationPolicy(NOTICE, Optional.of(LADDER));

    private NobodyToTell() {}

    private static Ladder.Step step(Ladder.Target to, List<NoticeRule.Recipient> roles) {
        Map<Level, Duration> waits = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            waits.put(level, Duration.ofMinutes(level == Level.FOUR ? 5 : 10));
        }
        return new Ladder.Step(to, roles, waits, List.of());
    }
}
