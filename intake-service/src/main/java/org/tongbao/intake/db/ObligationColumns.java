package org.tongbao.intake.db;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Owner;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.ObligationClock;
import org.tongbao.intake.obligation.domain.ObligationLimit;
import org.tongbao.intake.obligation.domain.ObligationRule;
import org.tongbao.intake.obligation.domain.ObligationState;
import org.tongbao.platform.sql.Row;

/** The columns of an obligation in statements that write or read one without an entity. */
public final class ObligationColumns {
    private ObligationColumns() {}

    /** For {@code json_to_recordset}. */
    public static Map<String, @Nullable Object> write(IncidentObligation it) {
        ObligationRule rule = it.rule();
        ObligationClock clock = it.clock();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", rule.key());
        row.put("position", rule.position());
        row.put("owner", rule.owner().key());
        row.put("clause", rule.clause());
        row.put("force", rule.force().key());
        row.put("anchor", rule.anchor().key());
        row.put("met_by", rule.metBy().key());
        row.put("percents", Columns.numbers(rule.percents()));
        row.put("anchor_at", text(clock.limit().anchorAt()));
        row.put("anchor_assumed", clock.limit().anchorAssumed());
        row.put("due_at", text(clock.limit().dueAt()));
        row.put("state", clock.state().name());
        row.put("warned", clock.warned());
        row.put("next_at", text(clock.nextAt()));
        row.put("met_at", text(clock.metAt()));
        row.put("missed_at", text(clock.missedAt()));
        return row;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    public static IncidentObligation read(Row row) {
        var rule = new ObligationRule(
                row.text("key"),
                row.integer("position"),
                Columns.key(Owner.class, row.text("owner")),
                row.text("clause"),
                Columns.key(Force.class, row.text("force")),
                Columns.key(Anchor.class, row.text("anchor")),
                Columns.key(MetBy.class, row.text("met_by")),
                Columns.numbers(row.text("percents")));
        var limit = new ObligationLimit(
                row.instantOrNull("anchor_at"), row.bool("anchor_assumed"), row.instantOrNull("due_at"));
        var clock = new ObligationClock(
                limit,
                ObligationState.valueOf(row.text("state")),
                row.integer("warned"),
                row.instantOrNull("next_at"),
                row.instantOrNull("met_at"),
                row.instantOrNull("missed_at"));
        return new IncidentObligation(rule, clock);
    }
}
