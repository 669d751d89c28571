package org.tongbao.review.db;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.platform.sql.Sql;
import org.tongbao.review.usecase.ProcedureVersions;
import org.tongbao.review.usecase.ReviewSettings;

/** A wrong procedure file stops the start. */
@Startup
@ApplicationScoped
class KeptProcedures implements ProcedureVersions {
    private static final String KEEP =
            "insert into procedure_version (hash, id, content) values ($1, $2, $3) on conflict do nothing";

    private final Procedures deployed;
    private final Map<String, Procedure> older = new ConcurrentHashMap<>();

    KeptProcedures(ReviewSettings settings) {
        deployed = settings.procedures().map(ProcedureFiles::shippedAnd).orElseGet(ProcedureFiles::shipped);
    }

    @Override
    public Uni<Optional<Procedure>> find(String hash) {
        Optional<Procedure> known = deployed.byHash(hash).or(() -> Optional.ofNullable(older.get(hash)));
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : Sql.query("select content from procedure_version where hash = $1", row -> row.text(0), hash)
                        .map(rows -> rows.stream().findFirst().map(content -> parse(hash, content)));
    }

    private Procedure parse(String hash, String content) {
        Procedure procedure = ProcedureFiles.read("kept version " + hash, content);
        older.put(hash, procedure);
        return procedure;
    }

    @Override
    public Uni<Void> keep(Procedure procedure) {
        return Sql.update(KEEP, procedure.hash(), procedure.id(), procedure.content())
                .replaceWithVoid();
    }
}
