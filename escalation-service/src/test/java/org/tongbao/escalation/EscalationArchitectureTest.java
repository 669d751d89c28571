package org.tongbao.escalation;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;
import org.tongbao.platform.inbox.EventTooEarly;

/** Allow-lists: a package uses what it names here and nothing else. */
class EscalationArchitectureTest {
    private static final String ROOT = "org.tongbao.escalation";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final String[] DOMAIN = {
        "java..", "org.jspecify..", ROOT + ".domain", "org.tongbao.contracts", "org.tongbao.contracts.procedure"
    };
    private static final String[] USECASE = with(
            DOMAIN,
            ROOT + ".usecase",
            "javax.crypto..",
            "io.smallrye.mutiny..",
            "io.smallrye.config..",
            "io.quarkus.arc..",
            "jakarta.enterprise.context..",
            "org.tongbao.contracts",
            "org.tongbao.platform.access",
            "org.tongbao.platform.inbox",
            "org.tongbao.platform.journal",
            "org.tongbao.platform.time");

    @Test
    void theFoldersAreThePicture() {
        var packages = new TreeSet<String>();
        CODE.forEach(it -> packages.add(it.getPackageName()));

        assertThat(packages)
                .isSubsetOf(Stream.of("db", "domain", "kafka", "mail", "rest", "timer", "usecase", "web")
                        .map(it -> ROOT + "." + it)
                        .toList());
    }

    @Test
    void domainIsPlainJava() {
        allow("domain", DOMAIN);
    }

    @Test
    void useCasesKnowNoTechnology() {
        allow("usecase", USECASE);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".usecase")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.tongbao.platform.inbox").and(not(type(EventTooEarly.class))))
                .check(CODE);
    }

    @Test
    void doorsSeeNoOtherAdapter() {
        allow(
                "rest",
                with(
                        USECASE,
                        ROOT + ".rest",
                        "com.fasterxml.jackson..",
                        "io.quarkus.jackson..",
                        "jakarta.inject..",
                        "jakarta.annotation.security..",
                        "jakarta.ws.rs..",
                        "org.eclipse.microprofile.openapi..",
                        "org.jboss.resteasy.reactive..",
                        "org.tongbao.platform.http",
                        "org.tongbao.platform.sql"));
    }

    @Test
    void rowsSeeNoOtherAdapter() {
        allow(
                "db",
                with(
                        USECASE,
                        ROOT + ".db",
                        "org.tongbao.platform.sql",
                        "com.fasterxml.jackson..",
                        "io.vertx.core.buffer..",
                        "org.eclipse.microprofile.config..",
                        "org.tongbao.contracts.event",
                        "org.tongbao.contracts.procedure.yaml"));
    }

    @Test
    void listenersSeeNoOtherAdapter() {
        allow(
                "kafka",
                with(
                        USECASE,
                        ROOT + ".kafka",
                        "io.quarkus.runtime..",
                        "io.vertx.core..",
                        "jakarta.enterprise.event..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "org.tongbao.contracts.event",
                        "org.tongbao.platform.inbox",
                        "org.tongbao.platform.outbox",
                        "org.tongbao.platform.sql"));
    }

    @Test
    void beatsSeeNoOtherAdapter() {
        allow(
                "timer",
                with(
                        USECASE,
                        ROOT + ".timer",
                        "io.micrometer..",
                        "io.quarkus..",
                        "io.smallrye.common..",
                        "io.vertx.core..",
                        "jakarta.enterprise.event..",
                        "org.jboss.logging.."));
    }

    @Test
    void channelsSeeNoOtherAdapter() {
        List<String> others = List.of("db", "kafka", "rest", "timer");
        for (String channel : List.of("mail", "web")) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + channel)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            others.stream().map(it -> ROOT + "." + it).toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void onlyTheClockAsksForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    /** A client that goes away must not cancel database work: that leaks its connection. */
    @Test
    void noResourceIsCancelledByItsClient() {
        var resources =
                CODE.stream().filter(it -> it.isAnnotatedWith(Path.class)).toList();

        assertThat(resources).isNotEmpty().allSatisfy(it -> assertThat(it.isAnnotatedWith(Cancellable.class)
                        && !it.getAnnotationOfType(Cancellable.class).value())
                .as(it.getName())
                .isTrue());
    }

    @Test
    void noBranchesRunBesideEachOtherInATransaction() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".usecase", ROOT + ".db", ROOT + ".kafka")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.smallrye\\.mutiny\\.groups\\.(UniJoin|UniAndGroup|MultiMerge).*")
                .check(CODE);
    }

    private static void allow(String part, String[] allowed) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + part)
                .and(notGenerated())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CODE);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> notGenerated() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "written by hand", it -> !it.getSimpleName().contains("_"));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
