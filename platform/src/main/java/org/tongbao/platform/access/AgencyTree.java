package org.tongbao.platform.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.platform.sql.Sql;

/**
 * This service's copy of the agencies and of who stands below whom, fed by the compacted topic. Until the topic was read
 * to the end it had at start, the tree is not current and a caller sees its own agency only (fail closed).
 */
@ApplicationScoped
public class AgencyTree {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final String UPSERT = """
            insert into agency (code, version, path, entry) values ($1, $2, $3, $4)
            on conflict (code) do update set version = excluded.version, path = excluded.path, entry = excluded.entry
            where agency.version < excluded.version""";
    private static final String DELETE_ANCESTORS =
            "delete from agency_closure where descendant = $1 and not ancestor = any($2)";
    private static final String INSERT_ANCESTORS = """
            insert into agency_closure (ancestor, descendant) select unnest($2::text[]), $1 on conflict do nothing""";
    private static final String UPSERT_ALL = """
            with sent as (
                select r.code, r.version::bigint as version, string_to_array(r.path, ' ') as path, r.entry
                from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r(code, version, path, entry)),
            kept as (
                insert into agency (code, version, path, entry) select code, version, path, entry from sent
                on conflict (code) do update
                    set version = excluded.version, path = excluded.path, entry = excluded.entry
                    where agency.version < excluded.version
                returning code, path),
            forgotten as (
                delete from agency_closure c using kept k
                where c.descendant = k.code and not c.ancestor = any(k.path))
            insert into agency_closure (ancestor, descendant)
            select unnest(k.path), k.code from kept k on conflict do nothing""";
    private static final String DELETE_FROM_CLOSURE = "delete from agency_closure where descendant = $1";
    private static final String DELETE = "delete from agency where code = $1";
    private static final String UNKNOWN = """
            select u.code from unnest($1::text[]) as u(code)
            where not exists (select from agency a where a.code = u.code)""";
    // Of several the one that says it is the authority, else the one with most below it.
    private static final String ROOT = """
            select a.code from agency a where cardinality(a.path) = 1
            order by a.entry::jsonb ->> 'kind' = 'competent-authority' desc,
                (select count(*) from agency_closure c where c.ancestor = a.code) desc, a.code limit 1""";
    private static final String FIND = "select entry from agency where code = $1";

    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private volatile boolean current;

    private record Remembered(Optional<AgencyEntry> entry, long at) {}

    /** Saves an entry when it is newer than the one known. Call within an engine transaction. */
    public Uni<Void> save(AgencyEntry entry) {
        String[] path = entry.path().toArray(String[]::new);
        return Sql.update(UPSERT, entry.agency(), entry.version(), path, EventJson.write(entry))
                .chain(changed -> changed == 0
                        ? Uni.createFrom().voidItem()
                        : Sql.update(DELETE_ANCESTORS, entry.agency(), path)
                                .chain(() -> Sql.update(INSERT_ANCESTORS, entry.agency(), path))
                                .replaceWithVoid())
                .invoke(() -> remembered.remove(entry.agency()));
    }

    /** The same for many by one statement, each of them once. */
    public Uni<Void> saveAll(List<AgencyEntry> entries) {
        return Sql.update(
                        UPSERT_ALL,
                        Sql.texts(entries, AgencyEntry::agency),
                        Sql.texts(entries, it -> Long.toString(it.version())),
                        Sql.texts(entries, it -> String.join(" ", it.path())),
                        Sql.texts(entries, EventJson::write))
                .invoke(() -> entries.forEach(it -> remembered.remove(it.agency())))
                .replaceWithVoid();
    }

    /** Removes an agency whose entry was deleted. Call within an engine transaction. */
    public Uni<Void> remove(String agency) {
        return Sql.update(DELETE_FROM_CLOSURE, agency)
                .chain(() -> Sql.update(DELETE, agency))
                .invoke(() -> remembered.remove(agency))
                .replaceWithVoid();
    }

    /** What is known of an agency, at most two seconds old. Call within a transaction. */
    public Uni<Optional<AgencyEntry>> find(String agency) {
        Remembered known = remembered.get(agency);
        if (known != null && System.nanoTime() - known.at() < REMEMBERED.toNanos()) {
            return Uni.createFrom().item(known.entry());
        }
        return Sql.queryFirst(FIND, row -> parse(row.text("entry")), agency)
                .invoke(entry -> remembered.put(agency, new Remembered(entry, System.nanoTime())));
    }

    /** Which of these codes stand for no agency; none while the copy is not complete. Call within a transaction. */
    public Uni<Set<String>> unknown(Collection<String> codes) {
        return codes.isEmpty() || !current
                ? Uni.createFrom().item(Set.of())
                : Sql.query(UNKNOWN, row -> row.text("code"), (Object) codes.toArray(String[]::new))
                        .map(Set::copyOf);
    }

    /** The agency at the top, 資安署; empty while no agency is known. Call within a transaction. */
    public Uni<Optional<String>> root() {
        return Sql.queryFirst(ROOT, row -> row.text("code"));
    }

    /** False until the copy is complete: then only the own agency of a caller counts. */
    public boolean isCurrent() {
        return current;
    }

    /** The topic was read to the end it had at start. */
    public void markCurrent() {
        current = true;
    }

    private static AgencyEntry parse(String entry) {
        try {
            return EventJson.read(entry.getBytes(StandardCharsets.UTF_8), EventTypes.AGENCY_ENTRY);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored entry of an agency is not readable", e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
