package org.tongbao.escalation.timer;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.procedure.ProcedureVersions;

/** Saves the procedures in force before the first event is read. */
@ApplicationScoped
class SaveProcedures {
    private final ProcedureVersions procedures;

    SaveProcedures(ProcedureVersions procedures) {
        this.procedures = procedures;
    }

    @Startup
    void save() {
        procedures.saveAtStart();
    }
}
