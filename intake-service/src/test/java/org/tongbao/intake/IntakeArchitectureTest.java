package org.tongbao.intake;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;
import org.tongbao.platform.inbox.EventTooEarly;

/** Allow-lists: a package uses what it names here and nothing else. */
class IntakeArchitectureTest {
    private static final String ROOT = "org.tongbao.intake";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What the service does, one folder each. */
    private static final List<String> FEATURES = List.of(
            "affected",
            "incident",
            "level",
            "notice",
            "obligation",
            "procedure",
            "report",
            "response",
            "review",
            "timeline");

    private static final String[] DOMAIN = {
        "java..", "org.jspecify..", ROOT + "..domain", "org.tongbao.contracts", "org.tongbao.contracts.procedure"
    };
    private static final String[] USECASE = with(
            DOMAIN,
            ROOT + "..usecase",
            "io.smallrye.mutiny..",
            "jakarta.enterprise.context..",
            "org.tongbao.contracts.event",
            "org.tongbao.platform.access",
            "org.tongbao.platform.inbox",
            "org.tongbao.platform.journal",
            "org.tongbao.platform.time");

    /** A folder of the root is a feature, or a layer that every feature shares; inside a feature are layers. */
    @Test
    void theFoldersAreThePicture() {
        var shared = new TreeSet<String>();
        var features = new TreeSet<String>();
        var layers = new TreeSet<String>();
        CODE.forEach(it -> {
            String[] parts = it.getPackageName().substring(ROOT.length() + 1).split("\\.");
            if (parts.length == 1) {
                shared.add(parts[0]);
            } else {
                features.add(parts[0]);
                layers.add(String.join(".", Arrays.asList(parts).subList(1, parts.length)));
            }
        });

        assertThat(features).containsExactlyElementsOf(FEATURES);
        assertThat(shared).containsExactly("db", "domain", "kafka", "rest");
        assertThat(layers).containsExactly("db", "domain", "kafka", "rest", "timer", "usecase");
    }

    @Test
    void domainIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN)
                .check(CODE);
    }

    @Test
    void useCasesKnowNoTechnology() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..usecase")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(USECASE)
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..usecase")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.tongbao.platform.inbox").and(not(type(EventTooEarly.class))))
                .check(CODE);
    }

    @Test
    void endpointsSeeNoOtherAdapter() {
        allow(
                "rest",
                with(
                        USECASE,
                        "com.fasterxml.jackson..",
                        "io.quarkus.security",
                        "jakarta.annotation.security",
                        "jakarta.ws.rs..",
                        "org.eclipse.microprofile.openapi..",
                        "org.jboss.resteasy.reactive..",
                        "org.tongbao.platform.http"));
    }

    @Test
    void listenersSeeNoOtherAdapter() {
        allow(
                "kafka",
                with(
                        USECASE,
                        "org.apache.kafka.clients.consumer",
                        "org.eclipse.microprofile.reactive.messaging",
                        "org.tongbao.platform.inbox",
                        "org.tongbao.platform.outbox"));
    }

    @Test
    void tablesSeeNoOtherAdapter() {
        allow(
                "db",
                with(
                        USECASE,
                        "com.fasterxml.jackson..",
                        "io.quarkus.hibernate.reactive.panache..",
                        "io.quarkus.panache..",
                        "io.quarkus.runtime",
                        "io.vertx.core.buffer",
                        "jakarta.enterprise.event",
                        "jakarta.persistence..",
                        "javax.sql",
                        "org.eclipse.microprofile.config..",
                        "org.hibernate..",
                        "org.tongbao.contracts.procedure.yaml",
                        "org.tongbao.platform.outbox",
                        "org.tongbao.platform.sql"));
    }

    @Test
    void timersDecideNothing() {
        allow(
                "timer",
                "java..",
                "org.jspecify..",
                "io.micrometer..",
                "io.quarkus.runtime",
                "io.smallrye.mutiny..",
                "io.vertx.core",
                "jakarta.enterprise..",
                "jakarta.inject",
                ROOT + "..domain",
                ROOT + "..usecase",
                "org.tongbao.platform.access",
                "org.tongbao.platform.time");
    }

    @Test
    void nobodyAsksTheTime() {
        var rule = noClasses().should().callMethod(Instant.class, "now");
        for (Class<?> type : List.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            rule = rule.orShould().callMethod(type, "now");
        }
        rule.orShould().callMethod(System.class, "currentTimeMillis").check(CODE);
    }

    @Test
    void noTransactionBranches() {
        noClasses()
                .should()
                .callMethod(Uni.class, "combine")
                .orShould()
                .callMethod(Uni.class, "join")
                .check(CODE);
    }

    /** A request that goes away must not cancel the transaction under it. */
    @Test
    void noEndpointIsCancelledByItsClient() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(new ArchCondition<>("be @Cancellable(false)") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean held = type.tryGetAnnotationOfType(Cancellable.class)
                                .map(it -> !it.value())
                                .orElse(false);
                        events.add(new SimpleConditionEvent(type, held, type.getName()));
                    }
                })
                .check(CODE);
    }

    /** Endpoints with an agency's data name their roles; those of the public rules require a token. */
    @Test
    void everyEndpointNamesItsRoles() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(new ArchCondition<JavaMethod>("name its roles in a class with a path") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean held = method.getOwner().isAnnotatedWith(Path.class)
                                && (method.isAnnotatedWith(RolesAllowed.class)
                                        || method.getOwner().isAnnotatedWith(Authenticated.class));
                        events.add(new SimpleConditionEvent(method, held, method.getFullName()));
                    }
                })
                .check(CODE);
    }

    /** An adapter sees its own package, what its layer shares at the root, and these; never another feature's adapter. */
    private static void allow(String layer, String... packages) {
        for (String feature : FEATURES) {
            classes()
                    .that()
                    .resideInAPackage(ROOT + "." + feature + "." + layer)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(with(packages, ROOT + "." + feature + "." + layer, ROOT + "." + layer))
                    .allowEmptyShould(true)
                    .check(CODE);
        }
        classes()
                .that()
                .resideInAPackage(ROOT + "." + layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(packages, ROOT + "." + layer))
                .allowEmptyShould(true)
                .check(CODE);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
