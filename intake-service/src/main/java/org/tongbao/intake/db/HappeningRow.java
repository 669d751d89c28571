package org.tongbao.intake.db;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.HappeningKind;

@Entity
@Table(name = "happening")
@NullUnmarked
class HappeningRow {
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

    static HappeningRow of(Happening happening) {
        HappeningRow row = new HappeningRow();
        row.id = happening.id();
        row.incidentId = happening.incidentId();
        row.agency = happening.agency();
        row.at = happening.at();
        row.kind = happening.kind().name();
        row.who = happening.who();
        row.whoAgency = happening.whoAgency();
        row.channel = happening.channel();
        row.clause = happening.clause();
        row.why = happening.why();
        row.words = RowJson.write(happening.words());
        return row;
    }

    Happening happening() {
        return new Happening(
                id,
                incidentId,
                agency,
                at,
                HappeningKind.valueOf(kind),
                who,
                whoAgency,
                channel,
                clause,
                why,
                RowJson.read(words, WORDS));
    }
}
