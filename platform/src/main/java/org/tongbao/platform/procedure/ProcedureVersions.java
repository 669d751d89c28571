package org.tongbao.platform.procedure;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.sql.Sql;

/**
 * The procedures in force, and by their hash those of all earlier starts. A service that reads old versions has the table
 * {@code procedure_version (hash, id, content)} and saves there what its incidents are opened under.
 */
@ApplicationScoped
public class ProcedureVersions {
    private static final String INSERT =
            "insert into procedure_version (hash, id, content) values ($1, $2, $3) on conflict (hash) do nothing";
    private static final String FIND = "select content from procedure_version where hash = $1";

    private final Procedures inForce;
    private final Transactions transactions;
    private final Map<String, Procedure> old = new ConcurrentHashMap<>();

    ProcedureVersions(Procedures inForce, Transactions transactions) {
        this.inForce = inForce;
        this.transactions = transactions;
    }

    /** The version in force. */
    public Optional<Procedure> byId(String id) {
        return inForce.byId(id);
    }

    /** All that are in force. */
    public List<Procedure> all() {
        return inForce.all();
    }

    /** The law in force, for an agency that is not known yet. */
    public Procedure standard() {
        return inForce.byId(Procedures.DEFAULT).orElseThrow();
    }

    /**
     * A version by its hash, an old one too. Call within a transaction.
     *
     * @throws EventTooEarly {@code unknown-procedure}
     */
    public Uni<Procedure> byHash(String hash) {
        Optional<Procedure> known = inForce.byHash(hash).or(() -> Optional.ofNullable(old.get(hash)));
        return known.isPresent() ? Uni.createFrom().item(known.get()) : saved(hash);
    }

    private Uni<Procedure> saved(String hash) {
        return Sql.queryFirst(FIND, row -> row.text("content"), hash)
                .map(content -> content.orElseThrow(() -> new EventTooEarly("unknown-procedure")))
                .map(content -> ProcedureFiles.read("saved version " + hash, content))
                .invoke(procedure -> old.put(hash, procedure));
    }

    /** Saves a version for as long as incidents live. Call within a transaction of the engine. */
    public Uni<Void> save(Procedure procedure) {
        return Sql.update(INSERT, procedure.hash(), procedure.id(), procedure.content())
                .replaceWithVoid();
    }

    /** Saves all that are in force, so that their incidents are still understood when they are replaced. */
    public Uni<Void> saveInForce() {
        return transactions.asEngine(() -> Multi.createFrom()
                .iterable(inForce.all())
                .onItem()
                .transformToUniAndConcatenate(this::save)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    /** The same while the service starts: it waits until they are saved. */
    public void saveAtStart() {
        try {
            VertxContextSupport.subscribeAndAwait(this::saveInForce);
        } catch (Throwable e) {
            throw new IllegalStateException("the procedures in force cannot be saved", e);
        }
    }
}
