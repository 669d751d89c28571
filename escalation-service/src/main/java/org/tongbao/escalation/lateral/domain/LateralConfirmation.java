package org.tongbao.escalation.lateral.domain;

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
import org.tongbao.escalation.notice.domain.EscalationPolicy;

/**
 * The question to the duty desk whether so many affected agencies are to be notified. It is the same under
 * every procedure. The desk is asked at once, then the desks above, three rounds of it; only a decision ends it early. An
 * acknowledgement decides nothing: it holds the ladder for one wait.
 */
public final class LateralConfirmation {
    /** More than these are notified only after a confirmation. */
    public static final int NOTIFIED_AT_ONCE = 20;

    public static final String KEY = CommonNotice.LATERAL_CONFIRMATION.key();

    private static final int MORE_ROUNDS = 2;
    private static final NoticeRule NOTICE = new NoticeRule(
            KEY,
            CommonNotice.LATERAL_CONFIRMATION.text(),
            Source.OWN_DESIGN.key(),
            Source.OWN_DESIGN,
            Set.of(Occasion.AFFECTED_AGENCY_NAMED),
            EnumSet.allOf(Level.class),
            null,
            Set.of(),
            List.of(Relation.REPORTING_AGENCY),
            List.of(new NoticeRule.Recipient(Role.DUTY_DESK, true)),
            List.of(Channel.PHONE_TASK, Channel.MAIL),
            Set.of(),
            KEY);
    private static final Ladder LADDER = new Ladder(
            KEY,
            Source.OWN_DESIGN,
            List.of(
                    step(Ladder.Target.NOTICE_RECIPIENTS),
                    step(Ladder.Target.PARENT_DUTY_DESK),
                    step(Ladder.Target.PARENT_DUTY_DESK)),
            new Ladder.Acknowledgement(Ladder.Mode.ANY, 0),
            MORE_ROUNDS,
            Map.of(),
            Ladder.Target.PARENT_DUTY_DESK);

    public static final EscalationPolicy POLICY = new EscalationPolicy(NOTICE, Optional.of(LADDER), true);

    private LateralConfirmation() {}

    /** A lateral notice is owed within the hour, whatever the level, so the waits are short at every level. */
    private static Ladder.Step step(Ladder.Target to) {
        Map<Level, Duration> waits = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            waits.put(level, Duration.ofMinutes(level == Level.FOUR ? 5 : 10));
        }
        return new Ladder.Step(to, List.of(), waits, List.of());
    }
}
