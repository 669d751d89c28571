package org.tongbao.testing.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The layers of a service: which other layers each sees, and the libraries it may use. A package of any other name is refused. */
enum Layer {
    DOMAIN(Set.of(), Lists.DOMAIN),
    USECASE(Set.of("domain"), Lists.USECASE),
    REST(
            Lists.INNER,
            Lists.USECASE,
            "com.fasterxml.jackson..",
            "io.quarkus.security",
            "jakarta.annotation.security",
            "jakarta.ws.rs..",
            "org.eclipse.microprofile.openapi..",
            "org.jboss.resteasy.reactive..",
            "org.tongbao.platform.http"),
    WEB(
            Lists.INNER,
            Lists.USECASE,
            "io.quarkus.qute..",
            "jakarta.annotation.security",
            "jakarta.ws.rs..",
            "org.jboss.resteasy.reactive..",
            "org.tongbao.platform.http"),
    KAFKA(
            Lists.INNER,
            Lists.USECASE,
            "org.apache.kafka.clients.consumer",
            "org.eclipse.microprofile.reactive.messaging",
            "org.tongbao.contracts.event",
            "org.tongbao.platform.inbox",
            "org.tongbao.platform.outbox"),
    DB(Lists.INNER, Lists.USECASE, "com.fasterxml.jackson..", "org.tongbao.platform.sql"),
    /** Decides nothing, so the domain is not for it. */
    TIMER(
            Set.of("usecase"),
            Lists.PLAIN,
            "io.micrometer..",
            "io.quarkus.runtime",
            "io.smallrye.mutiny..",
            "io.vertx.core",
            "jakarta.enterprise..",
            "org.tongbao.platform.procedure",
            "org.tongbao.platform.time"),
    MAIL(Lists.INNER, Lists.USECASE, "io.quarkus.qute.."),
    /** The wire below a channel {@code mail}. */
    SMTP(Lists.INNER, Lists.USECASE, "io.vertx.core..", "io.vertx.ext.mail.."),
    /** One shape for tables and bodies. */
    JSON(Set.of("domain"), Lists.DOMAIN, "com.fasterxml.jackson..", "org.tongbao.platform.time"),
    CSV(Set.of(), Lists.PLAIN, "org.apache.commons.csv"),
    ICAL(Lists.INNER, Lists.USECASE, "net.fortuna.ical4j..", "org.tongbao.platform.ical"),
    PKI(Set.of("domain"), Lists.DOMAIN, "jakarta.enterprise..", "org.bouncycastle.openpgp.."),
    PHONE(Set.of("domain"), Lists.DOMAIN, "com.google.i18n.phonenumbers..", "jakarta.enterprise..");

    /** Other layers of the service that this one sees, in every feature. */
    final Set<String> sees;

    final List<String> libraries;

    Layer(Set<String> sees, List<String> base, String... more) {
        this.sees = sees;
        this.libraries = Stream.concat(base.stream(), Arrays.stream(more)).toList();
    }

    static Optional<Layer> named(String segment) {
        return Arrays.stream(values()).filter(it -> it.key().equals(segment)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final class Lists {
        private static final Set<String> INNER = Set.of("domain", "usecase");
        private static final List<String> PLAIN = List.of("java..", "org.jspecify..");
        private static final List<String> DOMAIN =
                with(PLAIN, "org.tongbao.contracts", "org.tongbao.contracts.procedure");
        private static final List<String> USECASE = with(
                DOMAIN,
                "io.smallrye.mutiny..",
                "jakarta.enterprise.context..",
                "org.tongbao.platform.access",
                "org.tongbao.platform.inbox.EventTooEarly",
                "org.tongbao.platform.journal",
                "org.tongbao.platform.procedure",
                "org.tongbao.platform.time");

        private static List<String> with(List<String> some, String... more) {
            return Stream.concat(some.stream(), Arrays.stream(more)).toList();
        }
    }
}
