package org.tongbao.escalation.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.escalation.usecase.KnownProcedures;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.sql.Sql;

/** The procedures of this deployment, and the content of every version that was ever seen here. */
@ApplicationScoped
class StoredProcedures implements KnownProcedures {
    private static final String KEEP = """
            insert into procedure_version (hash, id, content) values ($1, $2, $3) on conflict (hash) do nothing""";

    private final Transactions transactions;
    private final Procedures loaded;
    private final Map<String, Procedure> old = new ConcurrentHashMap<>();

    StoredProcedures(
            Transactions transactions, @ConfigProperty(name = "tongbao.procedures.folder") Optional<String> folder) {
        this.transactions = transactions;
        this.loaded = folder.filter(it -> !it.isBlank())
                .map(it -> ProcedureFiles.shippedAnd(Path.of(it)))
                .orElseGet(ProcedureFiles::shipped);
    }

    @Override
    public Uni<Void> keepLoaded() {
        return transactions.asEngine(() -> loaded.all().stream()
                .map(it -> Sql.update(KEEP, it.hash(), it.id(), it.content()).replaceWithVoid())
                .reduce(Uni.createFrom().voidItem(), (first, next) -> first.chain(() -> next)));
    }

    @Override
    public Optional<Procedure> byId(String id) {
        return loaded.byId(id);
    }

    @Override
    public Uni<Procedure> byHash(String hash) {
        Optional<Procedure> known = loaded.byHash(hash).or(() -> Optional.ofNullable(old.get(hash)));
        return known.isPresent() ? Uni.createFrom().item(known.get()) : stored(hash);
    }

    private Uni<Procedure> stored(String hash) {
        return Sql.query("select content from procedure_version where hash = $1", row -> row.text(0), hash)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(content -> ProcedureFiles.read(hash, content))
                        .orElseThrow(() -> new EventTooEarly("unknown-procedure")))
                .invoke(procedure -> old.put(hash, procedure));
    }
}
