package org.tongbao.platform.procedure;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

/** Those that ship, and those of the deployment's folder; a wrong file stops the start. */
class ProceduresInForce {
    @Produces
    @Singleton
    @Startup
    Procedures load(@ConfigProperty(name = "tongbao.procedures") Optional<Path> folder) {
        return folder.map(ProcedureFiles::shippedAnd).orElseGet(ProcedureFiles::shipped);
    }
}
