package org.tongbao.contacts.usecase;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

/** The procedures an agency may work under; a wrong file stops the start. */
class ShippedProcedures {
    @Produces
    @Singleton
    Procedures procedures(@ConfigProperty(name = "tongbao.procedures") Optional<Path> folder) {
        return folder.map(ProcedureFiles::shippedAnd).orElseGet(ProcedureFiles::shipped);
    }
}
