package org.tongbao.review.review.db;

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
import org.tongbao.review.review.domain.ReviewState;
import org.tongbao.review.review.domain.Reviewer;
import org.tongbao.review.review.usecase.ReviewHistoryEntry;

@Entity
@Table(name = "review_event")
class ReviewHistoryRow extends PanacheEntityBase {
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

    static ReviewHistoryRow of(ReviewState review, ReviewHistoryEntry change) {
        var row = new ReviewHistoryRow();
        row.id = Ids.next();
        row.reviewId = review.id().value();
        row.incidentId = review.incident().id().value();
        row.agency = review.incident().agency();
        row.at = change.at();
        row.what = change.action();
        row.detail = JsonColumn.write(change.detail());
        row.words = change.comment();
        Reviewer by = change.by();
        if (by != null) {
            row.actor = by.subject();
            row.actorName = by.name();
            row.actorAgency = by.agency();
        }
        return row;
    }

    ReviewHistoryEntry change() {
        return new ReviewHistoryEntry(at, what, by(), JsonColumn.read(detail, DETAIL), words);
    }

    private @Nullable Reviewer by() {
        return actor == null || actorName == null || actorAgency == null
                ? null
                : new Reviewer(actor, actorName, actorAgency);
    }
}
