package org.tongbao.review.review.db;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.platform.sql.Sql;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.queue.usecase.QueueFilter;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewChange;
import org.tongbao.review.review.domain.ReviewId;
import org.tongbao.review.review.usecase.ReviewHistoryEntry;
import org.tongbao.review.review.usecase.Reviews;

@ApplicationScoped
class PanacheReviews implements Reviews {
    // The clock comes with the rows, so that what is due here is due for the domain as well.
    private static final String OVERDUE = """
            select id, app_now() as now from review where watch_at <= app_now() order by watch_at limit $1
            for update skip locked""";

    @Override
    public Uni<Void> add(Review review) {
        return ReviewRow.of(review.state()).persistAndFlush().chain(() -> addHistory(review, List.of(review.opened())));
    }

    @Override
    public Uni<Void> save(Review review, List<ReviewChange> changes) {
        Instant last = changes.get(changes.size() - 1).at();
        return ReviewRow.<ReviewRow>findById(review.state().id().value())
                .invoke(row -> row.update(review.state(), last))
                .chain(() -> addHistory(review, changes));
    }

    private static Uni<Void> addHistory(Review review, List<ReviewChange> changes) {
        var rows = changes.stream()
                .map(change -> ReviewHistoryRow.of(review.state(), ReviewHistoryEntry.of(change)))
                .toList();
        return ReviewHistoryRow.persist(rows).chain(Panache::flush);
    }

    @Override
    public Uni<Optional<Review>> find(ReviewId id) {
        return ReviewRow.<ReviewRow>findById(id.value()).map(PanacheReviews::review);
    }

    @Override
    public Uni<Optional<Review>> findForUpdate(ReviewId id) {
        return ReviewRow.<ReviewRow>findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(PanacheReviews::review);
    }

    private static Optional<Review> review(@org.jspecify.annotations.Nullable ReviewRow row) {
        return Optional.ofNullable(row).map(ReviewRow::review);
    }

    @Override
    public Uni<List<Review>> findPendingForUpdate(IncidentId incident) {
        return ReviewRow.<ReviewRow>find("incidentId = ?1 and status <> 'CONCLUDED' order by id", incident.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(PanacheReviews::reviews);
    }

    @Override
    public Uni<Overdue> findOverdueForUpdate(int limit) {
        return Sql.query(OVERDUE, row -> new Due(row.uuid("id"), row.instant("now")), limit)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(new Overdue(Instant.EPOCH, List.of()))
                        : ReviewRow.<ReviewRow>list(
                                        "id in ?1 order by deadline, id",
                                        due.stream().map(Due::id).toList())
                                .map(rows -> new Overdue(due.get(0).now(), reviews(rows))));
    }

    private record Due(UUID id, Instant now) {}

    @Override
    public Uni<List<Review>> queue(QueueFilter filter) {
        var query = new QueueQuery(filter);
        return ReviewRow.<ReviewRow>find(query.text(), query.parameters())
                .range(0, filter.limit() - 1)
                .list()
                .map(PanacheReviews::reviews);
    }

    @Override
    public Uni<List<ReviewHistoryEntry>> history(ReviewId id) {
        return ReviewHistoryRow.<ReviewHistoryRow>list("reviewId = ?1 order by id", id.value())
                .map(rows -> rows.stream().map(ReviewHistoryRow::change).toList());
    }

    private static List<Review> reviews(List<ReviewRow> rows) {
        return rows.stream().map(ReviewRow::review).toList();
    }
}
