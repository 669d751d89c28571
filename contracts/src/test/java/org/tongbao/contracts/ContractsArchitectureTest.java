package org.tongbao.contracts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tongbao.contracts", importOptions = DoNotIncludeTests.class)
class ContractsArchitectureTest {
    private static final String PROCEDURE = "org.tongbao.contracts.procedure";

    /** So that the domain of every service may use it. */
    @ArchTest
    static final ArchRule theProcedureModelIsPlainJava = classes()
            .that()
            .resideInAPackage(PROCEDURE)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..", "org.tongbao.contracts", PROCEDURE));

    @ArchTest
    static final ArchRule onlyTheLoaderKnowsYaml = classes()
            .that()
            .resideInAPackage(PROCEDURE + ".yaml")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.yaml.snakeyaml..",
                    "org.tongbao.contracts",
                    PROCEDURE,
                    PROCEDURE + ".yaml"));

    @ArchTest
    static final ArchRule eventsKnowNothingButJson = classes()
            .that()
            .resideInAPackage("org.tongbao.contracts.event")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "org.tongbao.contracts",
                    "org.tongbao.contracts.event"));

    @ArchTest
    static final ArchRule idsAreAllThatIsShared = classes()
            .that()
            .resideInAPackage("org.tongbao.contracts")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.uuid..", "org.tongbao.contracts"));

    @ArchTest
    static final ArchRule whatIsAgreedDoesNotChange = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(PROCEDURE, "org.tongbao.contracts.event")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule thereAreNoOtherPackages = classes()
            .should()
            .resideInAnyPackage("org.tongbao.contracts", "org.tongbao.contracts.event", PROCEDURE, PROCEDURE + ".yaml");
}
