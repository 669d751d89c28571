package org.tongbao.escalation;

import org.tongbao.testing.architecture.ServiceArchitectureContract;
import org.tongbao.testing.architecture.ServiceLayout;

class EscalationArchitectureTest implements ServiceArchitectureContract {
    private static final String ROOT = "org.tongbao.escalation";

    @Override
    public ServiceLayout layout() {
        return ServiceLayout.of(
                        ROOT,
                        "acknowledgement",
                        "audit",
                        "call",
                        "contact",
                        "delivery",
                        "directory",
                        "dryrun",
                        "incident",
                        "lateral",
                        "notice")
                .openWithoutToken("AckResource", "AckAssetsResource")
                .allowing("usecase", "javax.crypto..", "io.smallrye.config..", "io.quarkus.arc..")
                .allowing("rest", "io.quarkus.jackson..", "jakarta.inject..", "org.tongbao.platform.sql")
                .allowing(
                        "db",
                        "io.vertx.core.buffer..",
                        "org.eclipse.microprofile.config..",
                        "org.tongbao.contracts.event",
                        "org.tongbao.contracts.procedure.yaml")
                .allowing(
                        "kafka",
                        "io.quarkus.runtime..",
                        "io.vertx.core..",
                        "jakarta.enterprise.event..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "org.tongbao.platform.sql")
                .allowing("web", "org.jboss.logging")
                .allowing("mail", ROOT + ".delivery.smtp")
                .allowing(
                        "smtp",
                        "io.quarkus.mailer",
                        "io.quarkus.runtime..",
                        "io.smallrye.config..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "org.eclipse.microprofile.config..",
                        "org.jboss.logging")
                .allowing(
                        "timer",
                        ROOT + "..domain",
                        "io.quarkus..",
                        "io.smallrye.common..",
                        "io.vertx.core..",
                        "jakarta.annotation..",
                        "org.jboss.logging..",
                        "org.tongbao.platform.access");
    }
}
