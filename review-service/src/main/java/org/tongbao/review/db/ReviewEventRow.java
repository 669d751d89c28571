package org.tongbao.review.db;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.review.domain.ReviewState;
import org.tongbao.review.domain.Reviewer;
import org.tongbao.review.usecase.ChangeRecord;

@Entity
@Table(name = "review_event")
class ReviewEventRow extends PanacheEntityBase {
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    @Id
    UUID id;

    @Column(name = "review_id")
    UUID reviewId;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "agency")
    String agency;

    @Column(name = "at")
    Instant at;

    @Column(name = "what")
    String what;

    @Nullable
    @Column(name = "actor")
    String actor;

    @Nullable
    @Column(name = "actor_name")
    String actorName;

    @Nullable
    @Column(name = "actor_agency")
    String actorAgency;

    @Column(name = "detail")
    String detail;

    @Nullable
    @Column(name = "words")
    String words;

    static ReviewEventRow of(ReviewState review, ChangeRecord change) {
        var row = new ReviewEventRow();
        row.id = Ids.next();
        row.reviewId = review.id().value();
        row.incidentId = review.incident().id().value();
        row.agency = review.incident().agency();
        row.at = change.at();
        row.what = change.what();
        row.detail = JsonColumn.write(change.detail());
        row.words = change.words();
        Reviewer by = change.by();
        if (by != null) {
            row.actor = by.subject();
            row.actorName = by.name();
            row.actorAgency = by.agency();
        }
        return row;
    }

    ChangeRecord change() {
        return new ChangeRecord(at, what, by(), JsonColumn.read(detail, DETAIL), words);
    }

    private @Nullable Reviewer by() {
        return actor == null || actorName == null || actorAgency == null
                ? null
                : new Reviewer(actor, actorName, actorAgency);
    }
}
