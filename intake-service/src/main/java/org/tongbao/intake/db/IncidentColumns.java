package org.tongbao.intake.db;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.KnownAnchor;
import org.tongbao.intake.level.domain.LevelOnRecord;
import org.tongbao.platform.sql.JsonColumn;

/** Columns of an incident that hold more than one value. */
public final class IncidentColumns {
    private IncidentColumns() {}

    public static String because(LevelOnRecord level) {
        return JsonColumn.write(level.because());
    }

    public static String anchors(Incident incident) {
        Map<Anchor, KnownAnchor> anchors = new EnumMap<>(Anchor.class);
        anchors.putAll(incident.anchors());
        return JsonColumn.write(anchors);
    }

    public static @Nullable Integer number(@Nullable Level level) {
        return level == null ? null : level.number();
    }
}
