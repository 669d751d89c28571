package org.tongbao.intake.timeline.db;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.platform.sql.JsonColumn;

@Entity
@Table(name = "happening")
@NullUnmarked
class TimelineEntryRow {
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    String agency;
    Instant at;
    String kind;
    String who;

    @Column(name = "who_agency")
    String whoAgency;

    String channel;
    String clause;
    String why;
    String words;

    static TimelineEntryRow of(TimelineEntry entry) {
        TimelineEntryRow row = new TimelineEntryRow();
        row.id = entry.id();
        row.incidentId = entry.incidentId();
        row.agency = entry.agency();
        row.at = entry.at();
        row.kind = entry.kind().name();
        row.who = entry.who();
        row.whoAgency = entry.whoAgency();
        row.channel = entry.channel();
        row.clause = entry.clause();
        row.why = entry.why();
        row.words = JsonColumn.write(entry.values());
        return row;
    }

    TimelineEntry entry() {
        return new TimelineEntry(
                id,
                incidentId,
                agency,
                at,
                TimelineEntryKind.valueOf(kind),
                who,
                whoAgency,
                channel,
                clause,
                why,
                JsonColumn.read(words, WORDS));
    }
}
