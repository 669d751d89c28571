package org.tongbao.intake.procedure.db;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.intake.procedure.usecase.ProcedureVersions;
import org.tongbao.platform.sql.Sql;

/** The procedures of this deployment, and by hash those of all earlier starts. */
@ApplicationScoped
class StoredProcedureVersions implements ProcedureVersions {
    private static final String KEEP =
            "insert into procedure_version (hash, id, content) values (?, ?, ?) on conflict do nothing";
    private static final String FIND = "select content from procedure_version where hash = $1";

    private final Procedures current;
    private final Map<String, Procedure> old = new ConcurrentHashMap<>();

    StoredProcedureVersions(@ConfigProperty(name = "tongbao.procedures") Optional<String> folder) {
        current = folder.map(it -> ProcedureFiles.shippedAnd(Path.of(it))).orElseGet(ProcedureFiles::shipped);
    }

    void keep(@Observes StartupEvent event, DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            for (Procedure procedure : current.all()) {
                statement.setString(1, procedure.hash());
                statement.setString(2, procedure.id());
                statement.setString(3, procedure.content());
                statement.executeUpdate();
            }
        }
    }

    @Override
    public Optional<Procedure> byId(String id) {
        return current.byId(id);
    }

    @Override
    public List<Procedure> all() {
        return current.all();
    }

    @Override
    public Procedure standard() {
        return current.byId(Procedures.DEFAULT).orElseThrow();
    }

    @Override
    public Uni<Procedure> version(String hash) {
        Optional<Procedure> known = current.byHash(hash).or(() -> Optional.ofNullable(old.get(hash)));
        return known.map(it -> Uni.createFrom().item(it)).orElseGet(() -> Sql.query(FIND, row -> row.text(0), hash)
                .map(found -> ProcedureFiles.read(hash, found.get(0)))
                .invoke(procedure -> old.put(hash, procedure)));
    }
}
