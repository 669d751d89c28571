package org.tongbao.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlatformArchitectureTest {
    private static final String ROOT = "org.tongbao.platform";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void platformHasExactlyThesePackages() {
        var packages = new TreeSet<String>();
        CODE.forEach(it -> packages.add(it.getPackageName()));

        assertThat(packages)
                .containsExactly(
                        ROOT + ".access",
                        ROOT + ".http",
                        ROOT + ".inbox",
                        ROOT + ".journal",
                        ROOT + ".outbox",
                        ROOT + ".sql",
                        ROOT + ".time");
    }

    @Test
    void timeStandsBelowEverythingAndAccessBelowTheRest() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".time")
                .should()
                .onlyAccessClassesThat()
                .resideInAnyPackage(
                        ROOT + ".time",
                        "java..",
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "org.jboss..")
                .check(CODE);
        classes()
                .that()
                .resideInAPackage(ROOT + ".access")
                .should()
                .onlyAccessClassesThat()
                .resideOutsideOfPackages(ROOT + ".http..", ROOT + ".inbox..", ROOT + ".outbox..", ROOT + ".journal..")
                .check(CODE);
    }

    @Test
    void onlyTheClockAsksWhatTimeItIs() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".time.Clock")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }
}
