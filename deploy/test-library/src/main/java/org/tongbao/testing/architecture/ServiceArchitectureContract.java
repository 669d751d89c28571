package org.tongbao.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The rules of a service's packages. They are lists of what is allowed, so that a new or renamed package is refused until its
 * layer is known, and does not slip through.
 */
public interface ServiceArchitectureContract {
    ServiceLayout layout();

    /** What is looked at: the main code. */
    default JavaClasses code() {
        return Rules.mainCode(layout().root());
    }

    @Test
    default void everyPackageIsALayerOfAFeature() {
        Set<String> unknown = new TreeSet<>();
        Set<String> features = new TreeSet<>();
        for (JavaClass type : code()) {
            var place = Place.of(layout().root(), type.getPackageName());
            place.map(Place::feature).filter(it -> !it.isEmpty()).ifPresent(features::add);
            if (place.isEmpty()) {
                unknown.add(type.getPackageName());
            }
        }

        assertThat(code()).isNotEmpty();
        assertThat(unknown).as("packages that are no layer").isEmpty();
        assertThat(features).containsExactlyInAnyOrderElementsOf(layout().features());
    }

    @Test
    default void theDomainIsPlainJava() {
        assertThat(strangers(Set.of(Layer.DOMAIN))).isEmpty();
    }

    @Test
    default void useCasesKnowNoTechnology() {
        assertThat(strangers(Set.of(Layer.USECASE))).isEmpty();
    }

    @Test
    default void endpointsSeeNoOtherAdapter() {
        assertThat(strangers(Set.of(Layer.REST, Layer.WEB))).isEmpty();
    }

    @Test
    default void listenersSeeNoOtherAdapter() {
        assertThat(strangers(Set.of(Layer.KAFKA))).isEmpty();
    }

    @Test
    default void tablesSeeNoOtherAdapter() {
        assertThat(strangers(Set.of(Layer.DB))).isEmpty();
    }

    @Test
    default void timersDecideNothing() {
        assertThat(strangers(Set.of(Layer.TIMER))).isEmpty();
    }

    /** Mail and whatever comes: every layer that has no test of its own. */
    @Test
    default void channelsAndFormatsSeeNoOtherAdapter() {
        Set<Layer> others = new HashSet<>(Set.of(Layer.values()));
        others.removeAll(
                Set.of(Layer.DOMAIN, Layer.USECASE, Layer.REST, Layer.WEB, Layer.KAFKA, Layer.DB, Layer.TIMER));
        assertThat(strangers(others)).isEmpty();
    }

    @Test
    default void nothingIsInjectedIntoFields() {
        Rules.nothingIsInjectedIntoFields().check(code());
    }

    @Test
    default void onlyTheClockAsksForTheTime() {
        Rules.onlyTheClockAsksForTheTime().check(code());
    }

    @Test
    default void noTransactionHasBranches() {
        Rules.noBranchesInATransaction().check(code());
    }

    @Test
    default void noRequestIsCancelledByItsClient() {
        Rules.noRequestIsCancelledByItsClient().check(code());
    }

    @Test
    default void everyEndpointNamesItsRoles() {
        Set<String> exceptions = new HashSet<>(layout().withAnyToken());
        exceptions.addAll(layout().withoutToken());

        assertThat(code()).extracting(JavaClass::getSimpleName).containsAll(exceptions);
        Rules.everyEndpointNamesItsRoles(layout().withAnyToken(), layout().withoutToken())
                .check(code());
    }

    @Test
    default void packagesHoldAFewClasses() {
        Map<String, Integer> sizes = new TreeMap<>();
        code().stream()
                .filter(it -> it.isTopLevelClass() && !it.getSimpleName().equals("package-info"))
                .forEach(it -> sizes.merge(it.getPackageName(), 1, Integer::sum));
        sizes.values().removeIf(it -> it >= layout().smallestPackage() && it <= layout().largestPackage());

        assertThat(sizes).as("number of classes").isEmpty();
    }

    /** Every dependency of these layers that is not on the list. */
    private List<String> strangers(Set<Layer> layers) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : code()) {
            Place.of(layout().root(), type.getPackageName())
                    .filter(it -> layers.contains(it.layer()) && !isGenerated(type))
                    .ifPresent(place -> type.getDirectDependenciesFromSelf().stream()
                            .filter(it -> !allowed(place).test(target(it)))
                            .forEach(it -> found.add(it.getDescription())));
        }
        return found;
    }

    /** The JPA metamodel, which Hibernate's processor writes. */
    private static boolean isGenerated(JavaClass type) {
        return type.getName().endsWith("_") || type.getName().contains("_$");
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private DescribedPredicate<JavaClass> allowed(Place place) {
        List<String> extra = layout().allowed().getOrDefault(place.layer().key(), List.of());
        return DescribedPredicate.describe(
                "are allowed in " + place,
                target -> target.isPrimitive()
                        || Place.of(layout().root(), target.getPackageName())
                                .map(place::mayUse)
                                .orElse(false)
                        || place.layer().libraries.stream().anyMatch(it -> matches(it, target))
                        || extra.stream().anyMatch(it -> matches(it, target)));
    }

    /** A package pattern, or the full name of one class. */
    private static boolean matches(String pattern, JavaClass target) {
        String last = pattern.substring(pattern.lastIndexOf('.') + 1);
        if (!last.isEmpty() && Character.isUpperCase(last.charAt(0))) {
            return target.getName().equals(pattern) || target.getName().startsWith(pattern + "$");
        }
        return PackageMatcher.of(pattern).matches(target.getPackageName());
    }
}
