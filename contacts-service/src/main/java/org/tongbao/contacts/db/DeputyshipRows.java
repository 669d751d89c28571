package org.tongbao.contacts.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Deputyship;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Deputies, in their order. */
@ApplicationScoped
class DeputyshipRows {
    private static final String LOAD =
            "select id, revision, contact, deputies::text[], starts, ends, permissions::text from deputyship where agency = $1";
    private static final String FILE = """
            insert into deputyship (id, agency, revision, contact, deputies, starts, ends, permissions)
            values ($1, $2, $3, $4, $5::text[]::uuid[], $6, $7, $8::text::jsonb) on conflict (id) do nothing""";
    private static final String CHANGE = """
            update deputyship set revision = $3, contact = $4, deputies = $5::text[]::uuid[], starts = $6, ends = $7,
                permissions = $8::text::jsonb
            where id = $1 and agency = $2""";
    private static final String REMOVE = "delete from deputyship where id = $1";

    Uni<Void> load(AgencyCode agency, Map<UUID, Revised<Item>> into) {
        return Sql.query(
                        LOAD,
                        row -> into.put(row.uuid(0), new Revised<>(deputyship(row), row.bigint(1))) == null,
                        agency.value())
                .replaceWithVoid();
    }

    private static Deputyship deputyship(Row row) {
        return new Deputyship(
                row.uuid(2),
                AgencyRow.array(row, 3).stream().map(UUID::fromString).toList(),
                row.instant(4),
                row.nullable(5),
                FactJson.permissions(row.text(6)));
    }

    Uni<Boolean> write(AgencyCode agency, UUID id, Deputyship deputyship, long revision) {
        return Sql.update(
                        revision == 1 ? FILE : CHANGE,
                        id,
                        agency.value(),
                        revision,
                        deputyship.contact(),
                        deputyship.deputies().stream().map(UUID::toString).toArray(String[]::new),
                        deputyship.from(),
                        deputyship.until(),
                        FactJson.text(deputyship.permissions()))
                .map(written -> written == 1);
    }

    Uni<Void> remove(UUID id) {
        return Sql.update(REMOVE, id).replaceWithVoid();
    }
}
