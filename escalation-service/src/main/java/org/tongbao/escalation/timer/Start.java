package org.tongbao.escalation.timer;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.usecase.KnownProcedures;

/** Keeps the loaded procedures before the first event is read. */
@ApplicationScoped
class Start {
    private final KnownProcedures procedures;

    Start(KnownProcedures procedures) {
        this.procedures = procedures;
    }

    @Startup
    void keepProcedures() throws Throwable {
        VertxContextSupport.subscribeAndAwait(procedures::keepLoaded);
    }
}
