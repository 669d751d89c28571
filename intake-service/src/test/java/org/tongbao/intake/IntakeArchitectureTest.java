package org.tongbao.intake;

import org.tongbao.testing.architecture.ServiceArchitectureContract;
import org.tongbao.testing.architecture.ServiceLayout;

class IntakeArchitectureTest implements ServiceArchitectureContract {
    private static final String ROOT = "org.tongbao.intake";

    @Override
    public ServiceLayout layout() {
        return ServiceLayout.of(
                        ROOT,
                        "affected",
                        "closing",
                        "incident",
                        "level",
                        "notice",
                        "obligation",
                        "procedure",
                        "report",
                        "response",
                        "review",
                        "timeline")
                .openWithAnyToken("ProceduresResource", "ClassificationsResource")
                .allowing("usecase", "org.tongbao.contracts.event")
                .allowing("rest", "org.tongbao.contracts.event")
                .allowing("db", ServiceLayout.ENTITIES)
                .allowing(
                        "db",
                        "io.quarkus.runtime",
                        "io.vertx.core.buffer",
                        "jakarta.enterprise.event",
                        "javax.sql",
                        "org.eclipse.microprofile.config..",
                        "org.tongbao.contracts.event",
                        "org.tongbao.contracts.procedure.yaml",
                        "org.tongbao.platform.outbox")
                .allowing("timer", "jakarta.inject", ROOT + "..domain", "org.tongbao.platform.access");
    }
}
