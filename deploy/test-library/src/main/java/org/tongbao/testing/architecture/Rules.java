package org.tongbao.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rules for code of any module. Annotations stand by name, so that this library needs no framework. */
public final class Rules {
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
    private static final String AUTHENTICATED = "io.quarkus.security.Authenticated";
    private static final String CANCELLABLE = "org.jboss.resteasy.reactive.server.Cancellable";
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    private Rules() {}

    /** The main code below this package, without tests. */
    public static JavaClasses mainCode(String root) {
        return IMPORTED.computeIfAbsent(root, it -> new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(it));
    }

    /** Nobody but the clock of the platform, given by its full name, asks for the time. */
    public static ArchRule onlyTheClockAsksForTheTime(String... clocks) {
        var rule = noClasses()
                .that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are not the clock") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !List.of(clocks).contains(type.getFullName());
                    }
                })
                .should()
                .callMethod(Instant.class, "now");
        for (Class<?> type : List.of(
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                Year.class,
                YearMonth.class)) {
            rule = rule.orShould().callMethod(type, "now");
        }
        return rule.orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    /** Two branches of one transaction would share its connection. */
    public static ArchRule noBranchesInATransaction() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.smallrye\\.mutiny\\.groups\\.(UniJoin|UniCombine|UniAndGroup|MultiMerge).*");
    }

    public static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");
    }

    /** A client that goes away must not cancel the transaction under its request: that leaks a connection. */
    static ArchRule noRequestIsCancelledByItsClient() {
        return classes().that().areAnnotatedWith(PATH).should(new ArchCondition<>("be @Cancellable(false)") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean held = type.isAnnotatedWith(CANCELLABLE)
                        && Boolean.FALSE.equals(value(type.getAnnotationOfType(CANCELLABLE)));
                events.add(new SimpleConditionEvent(type, held, type.getName() + " is not @Cancellable(false)"));
            }
        });
    }

    private static Object value(JavaAnnotation<?> annotation) {
        return annotation.get("value").orElse(true);
    }

    /** Each endpoint stands in a class with a path, and its roles are named, but for the exceptions. */
    static ArchRule everyEndpointNamesItsRoles(Set<String> withAnyToken, Set<String> withoutToken) {
        return methods()
                .that()
                .areMetaAnnotatedWith(HTTP_METHOD)
                .should(new ArchCondition<>("name its roles in a class with a path") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        String owner = method.getOwner().getSimpleName();
                        boolean roles = has(method, ROLES_ALLOWED);
                        boolean open = has(method, PERMIT_ALL);
                        boolean held = withoutToken.contains(owner)
                                ? open && !roles
                                : !open && (roles || withAnyToken.contains(owner) && has(method, AUTHENTICATED));
                        events.add(new SimpleConditionEvent(
                                method,
                                held && hasPath(method.getOwner()),
                                method.getFullName() + " does not name its roles"));
                    }
                });
    }

    /** What resources inherit has the path of each of them. */
    private static boolean hasPath(JavaClass owner) {
        return owner.getModifiers().contains(JavaModifier.ABSTRACT)
                ? !owner.getSubclasses().isEmpty()
                        && owner.getSubclasses().stream().allMatch(Rules::hasPath)
                : owner.isAnnotatedWith(PATH);
    }

    private static boolean has(JavaMethod method, String annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }
}
