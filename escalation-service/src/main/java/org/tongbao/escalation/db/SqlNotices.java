package org.tongbao.escalation.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.domain.Candidate;
import org.tongbao.escalation.domain.ToldBecause;
import org.tongbao.escalation.usecase.FiledNotice;
import org.tongbao.escalation.usecase.KnownProcedures;
import org.tongbao.escalation.usecase.Notices;
import org.tongbao.platform.access.Sql;

@ApplicationScoped
class SqlNotices implements Notices {
    private static final String TOLD_BEFORE = """
            select n.recipient_agency, t.contact, t.agency, t.agency_name, t.agency_name_english, t.name, t.language,
                t.addresses, t.role
            from told t join notice n on n.id = t.notice_id
            where n.incident_id = $1 and not n.information and ($2::text is null or n.rule = $2)
                and ($3::uuid is null or n.id = $3)
            order by t.told_at, t.id""";

    private static final String NEXT_DUE = """
            select id from notice where due_at <= app_now() order by level desc, due_at limit 1
            for no key update skip locked""";
    private static final String POSTPONE = """
            update notice set due_at = app_now() + interval '1 minute' where id = $1 and due_at <= app_now()""";

    private final KnownProcedures procedures;
    private final NoticeWriter writer;

    SqlNotices(KnownProcedures procedures, NoticeWriter writer) {
        this.procedures = procedures;
        this.writer = writer;
    }

    @Override
    public Uni<Optional<FiledNotice>> lock(UUID id) {
        return one(NoticeRows.SELECT + " where n.id = $1 for no key update of n", id);
    }

    @Override
    public Uni<Optional<UUID>> lockNextDue() {
        return Sql.query(NEXT_DUE, row -> row.uuid(0)).map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Void> postpone(UUID id) {
        return Sql.update(POSTPONE, id).replaceWithVoid();
    }

    @Override
    public Uni<List<FiledNotice>> lockRunning(UUID incidentId) {
        return all(NoticeRows.SELECT + """
                 where n.incident_id = $1 and n.status <> 'ENDED' and not n.information order by n.id
                for no key update of n""", incidentId);
    }

    private Uni<Optional<FiledNotice>> one(String sql, Object... arguments) {
        return all(sql, arguments).map(found -> found.stream().findFirst());
    }

    private Uni<List<FiledNotice>> all(String sql, Object... arguments) {
        return Sql.query(sql, NoticeRows.Stored::of, arguments)
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(this::complete)
                .collect()
                .asList();
    }

    private Uni<FiledNotice> complete(NoticeRows.Stored row) {
        return Sql.query(NoticeRows.TELLINGS, NoticeRows::telling, row.id())
                .chain(told ->
                        procedures.byHash(row.procedureHash()).map(procedure -> row.withTellings(told, procedure)));
    }

    @Override
    public Uni<Void> save(List<FiledNotice.Changed> changes) {
        return writer.write(changes);
    }

    @Override
    public Uni<List<ToldBefore>> toldBefore(UUID incidentId, Optional<String> rule, Optional<UUID> notice) {
        return Sql.query(
                        TOLD_BEFORE,
                        row -> Map.entry(
                                row.text(0),
                                new Candidate(NoticeRows.person(row, 1), row.text(8), ToldBecause.TOLD_BEFORE)),
                        incidentId,
                        rule.orElse(null),
                        notice.orElse(null))
                .map(rows -> {
                    Map<String, Map<UUID, Candidate>> byAgency = new LinkedHashMap<>();
                    rows.forEach(it -> byAgency.computeIfAbsent(it.getKey(), ignored -> new LinkedHashMap<>())
                            .putIfAbsent(it.getValue().person().contact(), it.getValue()));
                    return eachPersonOnce(byAgency);
                });
    }

    /** Somebody told in notices for two agencies, such as the duty desk above both, is told once. */
    private static List<ToldBefore> eachPersonOnce(Map<String, Map<UUID, Candidate>> byAgency) {
        Map<UUID, Candidate> seen = new LinkedHashMap<>();
        return byAgency.entrySet().stream()
                .map(it -> new ToldBefore(
                        it.getKey(),
                        it.getValue().values().stream()
                                .filter(one -> seen.putIfAbsent(one.person().contact(), one) == null)
                                .toList()))
                .filter(it -> !it.people().isEmpty())
                .toList();
    }
}
