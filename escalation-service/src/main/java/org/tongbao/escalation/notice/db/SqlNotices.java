package org.tongbao.escalation.notice.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.contact.domain.Recipient;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlNotices implements Notices {
    private static final String EARLIER_RECIPIENTS = """
        select n.recipient_agency, t.contact, t.agency, t.agency_name, t.agency_name_english, t.name, t.language,
            t.addresses, t.role, n.phone_only
        from told t join notice n on n.id = t.notice_id
        where n.incident_id = $1 and not n.information and ($2::text is null or n.rule = $2)
            and ($3::uuid is null or n.id = $3)
        order by t.told_at, t.id\
        """;

    // Only while that other notice is still his: once it went stale, the next acknowledgement is news again.
    private static final String INFORMED_OF_ACKNOWLEDGER = """
        select d.contact, d.address
        from notice f join delivery d on d.notice_id = f.id
        where f.incident_id = $1 and f.information and f.facts::jsonb #>> '{takenBy,name}' = $3
            and f.facts::jsonb #>> '{takenBy,agency}' = $4 and f.facts::jsonb ->> 'outcome' is not distinct from $5
            and exists (select 1 from notice n
                where n.incident_id = $1 and n.id <> $2 and n.status <> 'OPEN'
                    and n.taken_at = (f.facts::jsonb #>> '{takenBy,at}')::timestamptz)\
        """;

    private static final String NEXT_DUE = """
        select id from notice where due_at <= app_now() order by level desc, due_at limit $1::int
        for no key update skip locked\
        """;
    private static final String POSTPONE = """
        update notice set due_at = app_now() + interval '1 minute' where id = $1 and due_at <= app_now()\
        """;

    private final ProcedureVersions procedures;
    private final NoticeWriter writer;

    SqlNotices(ProcedureVersions procedures, NoticeWriter writer) {
        this.procedures = procedures;
        this.writer = writer;
    }

    @Override
    public Uni<Optional<StoredNotice>> findForUpdate(UUID id) {
        return findAllForUpdate(List.of(id)).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<StoredNotice>> findAllForUpdate(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : all(NoticeRows.SELECT + " where n.id = any($1) order by n.id for no key update of n", (Object)
                        ids.toArray(UUID[]::new));
    }

    @Override
    public Uni<List<UUID>> dueForUpdate(int limit) {
        return Sql.query(NEXT_DUE, row -> row.uuid("id"), limit);
    }

    @Override
    public Uni<Void> postpone(UUID id) {
        return Sql.update(POSTPONE, id).replaceWithVoid();
    }

    @Override
    public Uni<List<StoredNotice>> findRunningForUpdate(UUID incidentId) {
        return all(NoticeRows.SELECT + """
             where n.incident_id = $1 and n.status <> 'ENDED' and not n.information order by n.id
            for no key update of n\
            """, incidentId);
    }

    private Uni<List<StoredNotice>> all(String sql, Object... arguments) {
        return Sql.query(sql, NoticeRows.Stored::of, arguments)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : deliveries(rows).chain(deliveries -> complete(rows, deliveries)));
    }

    private static Uni<Map<UUID, List<Delivery>>> deliveries(List<NoticeRows.Stored> rows) {
        return Sql.query(
                        NoticeRows.DELIVERIES,
                        row -> Map.entry(row.uuid("notice_id"), NoticeRows.delivery(row)),
                        (Object) rows.stream().map(NoticeRows.Stored::id).toArray(UUID[]::new))
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private Uni<List<StoredNotice>> complete(List<NoticeRows.Stored> rows, Map<UUID, List<Delivery>> deliveries) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> procedures
                        .byHash(row.procedureHash())
                        .map(procedure -> row.withDeliveries(deliveries.getOrDefault(row.id(), List.of()), procedure)))
                .collect()
                .asList();
    }

    @Override
    public Uni<Void> save(List<ChangedNotice> changes) {
        return writer.write(changes);
    }

    @Override
    public Uni<List<EarlierRecipients>> earlierRecipients(
            UUID incidentId, Optional<String> rule, Optional<UUID> notice) {
        return Sql.query(EARLIER_RECIPIENTS, SqlNotices::earlier, incidentId, rule.orElse(null), notice.orElse(null))
                .map(SqlNotices::eachPersonOnce);
    }

    /**
     * An earlier recipient.
     *
     * @param agency that the notice was for
     */
    private record Earlier(String agency, Recipient candidate, boolean phoneOnly) {
        /** By which he is known again: the directory may hold one person twice, and then his mailbox is the same. */
        List<String> marks() {
            String contact = candidate.person().contact().toString();
            Optional<String> mailbox = phoneOnly ? Optional.empty() : mailbox(candidate);
            return mailbox.map(it -> List.of(contact, it)).orElse(List.of(contact));
        }
    }

    private static Earlier earlier(Row row) {
        Person person = NoticeRows.person(row);
        return new Earlier(
                row.text("recipient_agency"),
                new Recipient(person, row.text("role"), RecipientReason.TOLD_BEFORE),
                row.bool("phone_only"));
    }

    private static Optional<String> mailbox(Recipient candidate) {
        return candidate.person().address(Channel.MAIL).map(it -> it.toLowerCase(Locale.ROOT));
    }

    /** Somebody notified under two rules, or in notices for two agencies, such as the duty desk above both, is notified once. */
    private static List<EarlierRecipients> eachPersonOnce(List<Earlier> told) {
        Set<String> seen = new HashSet<>();
        Map<String, List<Recipient>> byAgency = new LinkedHashMap<>();
        for (Earlier one : told) {
            if (one.marks().stream().noneMatch(seen::contains)) {
                byAgency.computeIfAbsent(one.agency(), ignored -> new ArrayList<>())
                        .add(one.candidate());
            }
            seen.addAll(one.marks());
        }
        return byAgency.entrySet().stream()
                .map(it -> new EarlierRecipients(it.getKey(), it.getValue()))
                .toList();
    }

    @Override
    public Uni<Set<String>> informedOf(
            StoredNotice acknowledged, NoticeFacts.AcknowledgedBy by, @Nullable String where) {
        return Sql.query(
                        INFORMED_OF_ACKNOWLEDGER,
                        row -> List.of(row.text("contact"), row.text("address").toLowerCase(Locale.ROOT)),
                        acknowledged.header().incidentId(),
                        acknowledged.notice().id(),
                        by.name(),
                        by.agency(),
                        where)
                .map(rows -> rows.stream().flatMap(List::stream).collect(Collectors.toSet()));
    }
}
