package org.tongbao.contacts.duty.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.usecase.CalendarFeed;
import org.tongbao.contacts.duty.usecase.CalendarFeeds;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Feeds as rows. */
@ApplicationScoped
class SqlCalendarFeeds implements CalendarFeeds {
    private static final String ADD =
            "insert into calendar_feed (id, agency, contact, role, secret_hash) values ($1, $2, $3, $4, $5)";
    private static final String SELECT = "select id, agency, contact, role from calendar_feed ";
    private static final String LIST = SELECT + "where agency = $1 order by id";
    private static final String FIND = SELECT + "where secret_hash = $1";
    private static final String REMOVE = "delete from calendar_feed where agency = $1 and id = $2";

    @Override
    public Uni<Void> add(CalendarFeed feed, String secretHash) {
        Role role = feed.role();
        return Sql.update(
                        ADD,
                        feed.id(),
                        feed.agency().value(),
                        feed.contact(),
                        role == null ? null : role.key(),
                        secretHash)
                .replaceWithVoid();
    }

    @Override
    public Uni<List<CalendarFeed>> list(AgencyCode agency) {
        return Sql.query(LIST, SqlCalendarFeeds::feed, agency.value());
    }

    @Override
    public Uni<Boolean> remove(AgencyCode agency, UUID id) {
        return Sql.update(REMOVE, agency.value(), id).map(removed -> removed == 1);
    }

    @Override
    public Uni<Optional<CalendarFeed>> find(String secretHash) {
        return Sql.queryFirst(FIND, SqlCalendarFeeds::feed, secretHash);
    }

    private static CalendarFeed feed(Row row) {
        @Nullable String role = row.textOrNull("role");
        return new CalendarFeed(
                row.uuid("id"),
                new AgencyCode(row.text("agency")),
                row.uuidOrNull("contact"),
                role == null ? null : Keyed.find(Role.class, role).orElseThrow());
    }
}
