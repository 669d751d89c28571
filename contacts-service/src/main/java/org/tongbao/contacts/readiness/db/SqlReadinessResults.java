package org.tongbao.contacts.readiness.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.readiness.domain.Readiness;
import org.tongbao.contacts.readiness.usecase.ReadinessResults;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Readiness as rows. An agency where nobody was ever filed has none, and counts as not ready at all. */
@ApplicationScoped
class SqlReadinessResults implements ReadinessResults {
    private static final String CIRCUMSTANCES = """
        select f.code, f.procedure,
            exists (select from agency_relation r where r.relative = f.code and r.relation = 'supervising') as supervises,
            array(select c.id::text || ' ' || to_char(c.attested_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                  from contact c where c.agency = f.code and c.removed_at is null) as attested_until
        from agency_facts f where f.code = any($1)\
        """;
    private static final String KEEP = """
        insert into readiness (agency, score, reasons, evaluated_at)
        select r.agency, r.score::smallint, r.reasons::int, $4
        from unnest($1::text[], $2::text[], $3::text[]) as r(agency, score, reasons) order by r.agency
        on conflict (agency) do update set score = excluded.score, reasons = excluded.reasons,
            evaluated_at = excluded.evaluated_at\
        """;
    private static final String SELECT = """
        select f.code, f.name, f.name_english, coalesce(r.score, 0)::int as score,
            coalesce(r.reasons, 0) as reasons, r.evaluated_at
        from agency_facts f left join readiness r on r.agency = f.code where f.state = 'active'\
        """;
    private static final String LIST = SELECT + """
         and f.code in (select descendant from agency_closure where ancestor = $1)
        and ($2::int is null or (coalesce(r.score, 0)::int, f.code collate "C") > ($2, $3::text collate "C"))
        order by coalesce(r.score, 0)::int, f.code collate "C" limit $4\
        """;
    // A day after it was filed: until then an agency is under construction.
    private static final String UNREADY_CHILD = """
        c.parent = f.code and c.state = 'active' and not exists (
            select from readiness k where k.agency = c.code
                and (k.score = 100 or k.since >= app_now() - interval '1 day'))
        and (c.updated_at < app_now() - interval '1 day' or exists (select from readiness k where k.agency = c.code))\
        """;
    private static final String TAKE_TO_REPORT = """
        update readiness set reported_on = $1 where agency in (
            select r.agency from readiness r join agency_facts f on f.code = r.agency
            where f.state = 'active' and r.since < app_now() - interval '1 day'
                and (r.reported_on is null or r.reported_on < $1)
                and (r.score < 100 or exists (select from agency_facts c where %s))
            order by r.agency limit $2 for update of r skip locked)
        returning agency\
        """.formatted(UNREADY_CHILD);
    private static final String BELOW = """
        select c.code, c.name, c.name_english, coalesce(r.score, 0)::int as score,
            coalesce(r.reasons, 0) as reasons, r.evaluated_at,
            (count(*) over ())::int as below
        from agency_facts f join agency_facts c on %s left join readiness r on r.agency = c.code
        where f.code = $1 order by coalesce(r.score, 0), c.code limit $2\
        """.formatted(UNREADY_CHILD);
    private static final String COUNT = """
        select count(*) as agencies, count(*) filter (where coalesce(r.score, 0) < 100) as not_ready
        from agency_facts f left join readiness r on r.agency = f.code where f.state = 'active'\
        """;

    @Override
    public Uni<Map<AgencyCode, ReadinessInput>> circumstances(Collection<AgencyCode> agencies) {
        Map<AgencyCode, ReadinessInput> found = new HashMap<>();
        return Sql.query(
                        CIRCUMSTANCES,
                        row -> found.put(
                                        new AgencyCode(row.text("code")),
                                        new ReadinessInput(
                                                row.text("procedure"), row.bool("supervises"), attestedUntil(row)))
                                == null,
                        (Object) agencies.stream().map(AgencyCode::value).toArray(String[]::new))
                .replaceWith(found);
    }

    private static Map<UUID, Instant> attestedUntil(Row row) {
        Map<UUID, Instant> until = new HashMap<>();
        row.texts("attested_until").forEach(it -> {
            String[] parts = it.split(" ", 2);
            until.put(UUID.fromString(parts[0]), Instant.parse(parts[1]));
        });
        return until;
    }

    @Override
    public Uni<Void> keep(Map<AgencyCode, Readiness> worked, Instant now) {
        List<Map.Entry<AgencyCode, Readiness>> rows = List.copyOf(worked.entrySet());
        return Sql.update(
                        KEEP,
                        Sql.texts(rows, Map.Entry::getKey),
                        Sql.texts(rows, it -> it.getValue().score()),
                        Sql.texts(rows, it -> it.getValue().reasons().size()),
                        now)
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Listed>> list(AgencyCode by, @Nullable After after, int limit) {
        return Sql.query(
                LIST,
                SqlReadinessResults::listed,
                by.value(),
                after == null ? null : after.score(),
                after == null ? null : after.agency(),
                limit);
    }

    private static Listed listed(Row row) {
        return new Listed(
                new AgencyCode(row.text("code")),
                row.text("name"),
                row.textOrNull("name_english"),
                row.integer("score"),
                row.integer("reasons"),
                row.instantOrNull("evaluated_at"));
    }

    @Override
    public Uni<List<AgencyCode>> takeToReport(LocalDate day, int limit) {
        return Sql.query(TAKE_TO_REPORT, row -> new AgencyCode(row.text("agency")), day, limit);
    }

    @Override
    public Uni<Below> below(AgencyCode agency, int limit) {
        int[] count = {0};
        return Sql.query(
                        BELOW,
                        row -> {
                            count[0] = row.integer("below");
                            return listed(row);
                        },
                        agency.value(),
                        limit)
                .map(worst -> new Below(worst, count[0]));
    }

    @Override
    public Uni<Count> count() {
        return Sql.queryOne(COUNT, row -> new Count(row.bigint("agencies"), row.bigint("not_ready")));
    }
}
