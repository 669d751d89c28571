package org.tongbao.contacts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.rest.AttestationResource;
import org.tongbao.contacts.rest.CalendarResource;
import org.tongbao.contacts.rest.ChannelResource;
import org.tongbao.contacts.rest.SwapResource;

/** What each package may know: lists of what is allowed, so that a renamed package fails and does not slip through. */
class ContactsArchitectureTest {
    private static final String ROOT = "org.tongbao.contacts";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final String[] DOMAIN = {
        "java..", "org.jspecify..", ROOT + ".domain..", "org.tongbao.contracts", "org.tongbao.contracts.procedure"
    };
    private static final String[] USECASE = with(
            DOMAIN,
            ROOT + ".usecase",
            "io.smallrye.mutiny..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "org.eclipse.microprofile.config..",
            "org.tongbao.contracts",
            "org.tongbao.contracts.procedure.yaml",
            "org.tongbao.platform.access",
            "org.tongbao.platform.journal",
            "org.tongbao.platform.time");

    @Test
    void theFoldersAreThePictureOfTheService() {
        var packages = new TreeSet<String>();
        CODE.forEach(it -> packages.add(it.getPackageName()));

        assertThat(packages)
                .containsExactly(
                        ROOT + ".csv",
                        ROOT + ".db",
                        ROOT + ".domain",
                        ROOT + ".domain.agency",
                        ROOT + ".domain.ledger",
                        ROOT + ".domain.people",
                        ROOT + ".domain.readiness",
                        ROOT + ".domain.roster",
                        ROOT + ".ical",
                        ROOT + ".kafka",
                        ROOT + ".phone",
                        ROOT + ".pki",
                        ROOT + ".rest",
                        ROOT + ".timer",
                        ROOT + ".usecase");
    }

    @Test
    void theDomainIsPlainJava() {
        mayKnow("domain..", DOMAIN);
    }

    @Test
    void useCasesKnowTheDomainAndTheirPorts() {
        mayKnow("usecase", USECASE);
    }

    @Test
    void adaptersNeverSeeEachOther() {
        mayKnow(
                "rest",
                with(
                        USECASE,
                        ROOT + ".rest",
                        ROOT + ".csv",
                        "com.fasterxml.jackson..",
                        "io.netty.handler.codec.http",
                        "io.quarkus.runtime.configuration",
                        "io.quarkus.security",
                        "io.smallrye.common.annotation",
                        "io.vertx.core..",
                        "io.vertx.ext.web",
                        "jakarta.annotation.security",
                        "jakarta.ws.rs..",
                        "org.eclipse.microprofile.openapi..",
                        "org.jboss.logging",
                        "org.jboss.resteasy.reactive..",
                        "org.tongbao.platform.http"));
        mayKnow(
                "db",
                with(
                        USECASE,
                        ROOT + ".db",
                        "org.tongbao.platform.sql",
                        "com.fasterxml.jackson..",
                        "io.quarkus.hibernate.reactive.panache..",
                        "jakarta.persistence..",
                        "org.hibernate.."));
        mayKnow("kafka", with(USECASE, ROOT + ".kafka", "org.tongbao.contracts.event", "org.tongbao.platform.outbox"));
        mayKnow(
                "timer",
                with(
                        USECASE,
                        ROOT + ".timer",
                        "io.micrometer.core.instrument..",
                        "io.quarkus.runtime",
                        "io.quarkus.scheduler",
                        "io.vertx.core..",
                        "org.jboss.logging"));
        mayKnow("csv", new String[] {"java..", "org.jspecify..", ROOT + ".csv", "org.apache.commons.csv"});
        mayKnow("pki", with(DOMAIN, ROOT + ".pki", "jakarta.enterprise..", "org.bouncycastle.openpgp.."));
        mayKnow("ical", with(USECASE, ROOT + ".ical", "net.fortuna.ical4j.."));
        mayKnow("phone", with(DOMAIN, ROOT + ".phone", "com.google.i18n.phonenumbers..", "jakarta.enterprise.."));
    }

    @Test
    void onlyThePlatformsClockIsAskedForTheTime() {
        for (Class<?> type : new Class<?>[] {
            Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class
        }) {
            noClasses().should().callMethod(type, "now").check(CODE);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CODE);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CODE);
    }

    @Test
    void everyResourceKeepsItsTransactionWhenTheClientGoesAway() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(new DescribedPredicate<>("@Cancellable(false)") {
                    @Override
                    public boolean test(JavaAnnotation<?> annotation) {
                        return annotation.getRawType().isEquivalentTo(Cancellable.class)
                                && Boolean.FALSE.equals(annotation.getExplicitlyDeclaredProperty("value"));
                    }
                })
                .andShould()
                .bePublic()
                .check(CODE);
    }

    @Test
    void everyDoorSaysWhoMayEnter() {
        methods()
                .that(new DescribedPredicate<JavaMethod>("are doors") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return method.isMetaAnnotatedWith(HttpMethod.class);
                    }
                })
                .should(new ArchCondition<>("name roles") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean open = method.isAnnotatedWith(PermitAll.class)
                                || method.getOwner().isAnnotatedWith(PermitAll.class);
                        // A calendar program brings no token: its address is the secret.
                        boolean isFeed = method.getOwner().isEquivalentTo(CalendarResource.class);
                        boolean named = method.isAnnotatedWith(RolesAllowed.class)
                                || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                                || method.getOwner().isAnnotatedWith(Authenticated.class);
                        events.add(new SimpleConditionEvent(
                                method, isFeed ? open && !named : named && !open, method.getFullName()));
                    }
                })
                .check(CODE);
    }

    @Test
    void onlyTheDirectoryAdminWrites() {
        var writing = CODE.stream()
                .flatMap(it -> it.getMethods().stream())
                .filter(it -> it.isMetaAnnotatedWith(HttpMethod.class) && !it.isAnnotatedWith(jakarta.ws.rs.GET.class))
                .toList();

        // A swap is offered and answered, an address proven and an entry confirmed by the people it is about, or on
        // their behalf.
        var open = writing.stream()
                .filter(it -> it.isAnnotatedWith(jakarta.ws.rs.POST.class))
                .filter(it -> it.getOwner().isEquivalentTo(SwapResource.class)
                        || it.getOwner().isEquivalentTo(AttestationResource.class)
                        || it.getOwner().isEquivalentTo(ChannelResource.class)
                                && !it.getName().equals("attest"))
                .toList();
        assertThat(open).hasSize(6);
        assertThat(writing).hasSize(41).filteredOn(it -> !open.contains(it)).allSatisfy(it -> {
            RolesAllowed roles = it.isAnnotatedWith(RolesAllowed.class)
                    ? it.getAnnotationOfType(RolesAllowed.class)
                    : it.getOwner().getAnnotationOfType(RolesAllowed.class);
            assertThat(roles.value()).containsExactly("directory-admin");
        });
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(CODE);
    }

    private static void mayKnow(String part, String[] allowed) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + part)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CODE);
    }

    private static String[] with(String[] base, String... more) {
        return Stream.concat(Arrays.stream(base), Arrays.stream(more)).toArray(String[]::new);
    }
}
