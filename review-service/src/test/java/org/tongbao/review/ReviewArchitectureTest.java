package org.tongbao.review;

import org.tongbao.testing.architecture.ServiceArchitectureContract;
import org.tongbao.testing.architecture.ServiceLayout;

class ReviewArchitectureTest implements ServiceArchitectureContract {
    private static final String ROOT = "org.tongbao.review";

    @Override
    public ServiceLayout layout() {
        return ServiceLayout.of(ROOT, "incident", "review", "queue", "decision")
                .allowing("usecase", "io.smallrye.config..", "org.tongbao.contracts.event")
                .allowing("rest", "org.tongbao.contracts.event")
                .allowing("db", ServiceLayout.ENTITIES)
                .allowing(
                        "db",
                        "io.quarkus.runtime",
                        "org.tongbao.contracts.event",
                        "org.tongbao.contracts.procedure.yaml");
    }
}
