package org.tongbao.platform;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongbao.testing.architecture.Rules;

class PlatformArchitectureTest {
    private static final String ROOT = "org.tongbao.platform";
    private static final JavaClasses CODE = Rules.mainCode(ROOT);

    @Test
    void platformHasExactlyThesePackages() {
        var packages = new TreeSet<String>();
        CODE.forEach(it -> packages.add(it.getPackageName()));

        assertThat(packages)
                .containsExactly(
                        ROOT + ".access",
                        ROOT + ".health",
                        ROOT + ".http",
                        ROOT + ".ical",
                        ROOT + ".inbox",
                        ROOT + ".journal",
                        ROOT + ".outbox",
                        ROOT + ".procedure",
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
                        "org.tongbao.contracts",
                        "java..",
                        "jakarta..",
                        "io.micrometer..",
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
        Rules.onlyTheClockAsksForTheTime(ROOT + ".time.Clock").check(CODE);
    }

    /** A statement of the pool itself fails twice when the wait for a connection times out and the connection fails later. */
    @Test
    void statementsRunOnAConnectionNotOnThePool() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(io.vertx.mutiny.sqlclient.Pool.class)))
                        .and(target(nameMatching("query|preparedQuery"))))
                .check(CODE);
    }
}
