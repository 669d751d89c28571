package org.tongbao.contacts.people.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.people.usecase.Attestations;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** In the rows of the contacts. When a quarter ends is said by {@code quarter_after} in the migration and nowhere else. */
@ApplicationScoped
class SqlAttestations implements Attestations {
    private static final String SELECT = """
        select c.agency, c.id, c.name, c.attested_at, c.attested_by, c.attested_until, c.attested_until <= app_now() as overdue
        from contact c where c.removed_at is null\
        """;
    private static final String OF = SELECT + " and c.agency = $1 order by c.id";
    private static final String OVERDUE = SELECT + """
         and c.attested_until <= app_now()
        and c.agency in (select descendant from agency_closure where ancestor = $1)
        and ($2::timestamptz is null or (c.attested_until, c.id) > ($2, $3::uuid))
        order by c.attested_until, c.id limit $4\
        """;
    private static final String ATTEST = """
        update contact set attested_at = app_now(), attested_by = $3,
            attested_until = quarter_after(app_now()), remind_at = null
        where agency = $1 and id = any($2::text[]::uuid[]) and removed_at is null\
        """;
    // Two conditions, so that each has its index: those never reminded since, and those to be reminded again.
    private static final String TAKE_DUE = SELECT + """
         and c.id in (
            select id from contact where removed_at is null and remind_at is null
                and attested_until <= app_now() + interval '14 days'
            union all
            select id from contact where removed_at is null and remind_at <= app_now())
        order by c.attested_until limit $1 for update skip locked\
        """;
    private static final String REMIND_AT = "update contact set remind_at = $2 where id = $1";

    @Override
    public Uni<List<Attested>> of(AgencyCode agency) {
        return Sql.query(OF, SqlAttestations::attested, agency.value());
    }

    @Override
    public Uni<List<Attested>> overdue(AgencyCode by, @Nullable After after, int limit) {
        return Sql.query(
                OVERDUE,
                SqlAttestations::attested,
                by.value(),
                after == null ? null : after.until(),
                after == null ? null : after.contact(),
                limit);
    }

    @Override
    public Uni<Integer> attest(AgencyCode agency, List<UUID> contacts, String by) {
        return Sql.update(
                ATTEST, agency.value(), contacts.stream().map(UUID::toString).toArray(String[]::new), by);
    }

    @Override
    public Uni<List<Attested>> takeDue(int limit) {
        return Sql.query(TAKE_DUE, SqlAttestations::attested, limit);
    }

    @Override
    public Uni<Void> remindAt(UUID contact, Instant at) {
        return Sql.update(REMIND_AT, contact, at).replaceWithVoid();
    }

    private static Attested attested(Row row) {
        return new Attested(
                new AgencyCode(row.text("agency")),
                row.uuid("id"),
                row.text("name"),
                row.instant("attested_at"),
                row.textOrNull("attested_by"),
                row.instant("attested_until"),
                row.bool("overdue"));
    }
}
