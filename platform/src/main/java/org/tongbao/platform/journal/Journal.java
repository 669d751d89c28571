package org.tongbao.platform.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.sql.Sql;

/**
 * Who did what, when: written in the transaction it describes, and append-only, since the service's roles may neither
 * change nor delete a row.
 */
@ApplicationScoped
public class Journal {
    /** The statement of one entry, for a use case that puts it into a larger one. */
    public static final String INSERT = """
        insert into journal (id, action, actor, actor_name, actor_agency, agency, incident_id, clause, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)\
        """;

    private static final String INSERT_ALL = """
        insert into journal (id, action, actor, actor_name, actor_agency, agency, incident_id, clause, detail)
        select r.id::uuid, r.action, $1, $2, $3, r.agency, r.incident_id::uuid, r.clause, r.detail
        from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
            as r(id, action, agency, incident_id, clause, detail)\
        """;
    private static final String ENGINE = "engine";

    private final ObjectMapper json;

    Journal(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param action a fact in the past tense such as {@code incident-reported}
     * @param agency whose data it is
     * @param clause why, such as {@code §15(二)}
     * @param detail ids and values, no free text of the incident
     */
    public record Entry(
            String action,
            String agency,
            @Nullable UUID incidentId,
            @Nullable String clause,
            Map<String, ?> detail) {}

    /** Writes an act of a person. */
    public Uni<Void> record(Caller caller, Entry entry) {
        return insert(caller.subject(), caller.name(), caller.agency(), entry);
    }

    /** Writes many acts of a person by one statement. */
    public Uni<Void> recordAll(Caller caller, List<Entry> entries) {
        return insertAll(caller.subject(), caller.name(), caller.agency(), entries);
    }

    /** Writes much that the engine did by itself, by one statement. */
    public Uni<Void> recordAll(List<Entry> entries) {
        return insertAll(ENGINE, ENGINE, ENGINE, entries);
    }

    private Uni<Void> insertAll(String actor, String name, String actorAgency, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.update(
                        INSERT_ALL,
                        actor,
                        name,
                        actorAgency,
                        Sql.texts(entries, it -> Ids.next()),
                        Sql.texts(entries, Entry::action),
                        Sql.texts(entries, Entry::agency),
                        Sql.texts(entries, Entry::incidentId),
                        Sql.texts(entries, Entry::clause),
                        Sql.texts(entries, it -> detail(it.detail())))
                .replaceWithVoid();
    }

    /** Writes what the engine did by itself: a timer, a listener. */
    public Uni<Void> record(Entry entry) {
        return insert(ENGINE, ENGINE, ENGINE, entry);
    }

    public String detail(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uni<Void> insert(String actor, String name, String actorAgency, Entry entry) {
        return Sql.update(
                        INSERT,
                        Ids.next(),
                        entry.action(),
                        actor,
                        name,
                        actorAgency,
                        entry.agency(),
                        entry.incidentId(),
                        entry.clause(),
                        detail(entry.detail()))
                .replaceWithVoid();
    }
}
