package org.tongbao.intake.incident.db;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.incident.usecase.Incidents.ListQuery;
import org.tongbao.intake.incident.usecase.Incidents.ListedIncident;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.IncidentAccess;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** The statement of a list. */
final class IncidentListQuery {
    private static final String COLUMNS = """
            i.id, i.number, i.agency, i.procedure, i.level, i.state, i.title, i.exercise, i.received_at, i.updated_at""";

    private final List<@Nullable Object> arguments = new ArrayList<>();
    private final StringBuilder sql =
            new StringBuilder("select ").append(COLUMNS).append(" from incident i where ");

    private IncidentListQuery() {}

    static Uni<List<ListedIncident>> query(Caller caller, ListQuery query) {
        return new IncidentListQuery().run(caller, query);
    }

    private Uni<List<ListedIncident>> run(Caller caller, ListQuery query) {
        sql.append(IncidentAccess.visible("i"));
        filter("i.state = ", query.state());
        filter("i.level = ", query.level());
        filter("i.number = ", query.number());
        if (query.updatedSince() == null) {
            newestFirst(query.after());
        } else {
            oldestChangeFirst(query.updatedSince(), query.after());
        }
        sql.append(" limit ").append(parameter(query.limit()));
        return Sql.query(sql.toString(), IncidentListQuery::listed, arguments.toArray());
    }

    private void filter(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition).append(parameter(value));
        }
    }

    private void newestFirst(@Nullable String after) {
        if (after != null) {
            sql.append(" and i.id < ").append(parameter(id(after)));
        }
        sql.append(" order by i.id desc");
    }

    private void oldestChangeFirst(Instant since, @Nullable String after) {
        sql.append(" and i.updated_at >= ").append(parameter(since));
        if (after != null) {
            String[] parts = after.split(" ", 2);
            sql.append(" and (i.updated_at, i.id) > (")
                    .append(parameter(instant(parts[0])))
                    .append(", ")
                    .append(parameter(id(parts[parts.length - 1])))
                    .append(")");
        }
        sql.append(" order by i.updated_at, i.id");
    }

    private String parameter(Object value) {
        arguments.add(value);
        return "$" + arguments.size();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refusal.WRONG_CURSOR);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused(Refusal.WRONG_CURSOR);
        }
    }

    private static ListedIncident listed(Row row) {
        return new ListedIncident(
                row.uuid("id"),
                row.text("number"),
                row.text("agency"),
                row.text("procedure"),
                row.integer("level"),
                row.text("state"),
                row.textOrNull("title"),
                row.bool("exercise"),
                row.instant("received_at"),
                row.instant("updated_at"));
    }
}
