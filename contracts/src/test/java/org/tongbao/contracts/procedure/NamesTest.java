package org.tongbao.contracts.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

/** Whatever people read the name of has one, in both languages: the words of contracts and of every procedure. */
class NamesTest {
    private static final String CHINESE = ".*\\p{IsHan}.*";
    private static final String ENGLISH = "\\p{ASCII}*[A-Za-z]\\p{ASCII}*";

    static Stream<Class<?>> vocabularies() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.tongbao.contracts").stream()
                        .filter(it -> it.isEnum() && it.isAssignableTo(Named.class))
                        .map(JavaClass::reflect);
    }

    @Test
    void theWordsThatPeopleReadAreNamed() {
        assertThat(vocabularies())
                .contains(
                        Role.class,
                        Anchor.class,
                        Actor.class,
                        Relation.class,
                        Channel.class,
                        Occasion.class,
                        ReviewKind.class);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void everyWordHasAName(Class<?> vocabulary) {
        Map<String, Text> names = new TreeMap<>();
        Arrays.stream(vocabulary.getEnumConstants())
                .map(Named.class::cast)
                .forEach(word -> names.put(word.key(), word.text()));

        assertNamed(names);
        assertThat(names.values()).as("two words of one name").doesNotHaveDuplicates();
    }

    @Test
    void everyLevelHasAName() {
        Map<String, Text> names = new TreeMap<>();
        Arrays.stream(Level.values()).forEach(level -> names.put(level.name(), level.text()));

        // 第 3 級, level 3
        assertNamed(names);
    }

    /** The shipped ones and those of the local stack. */
    static List<Procedure> procedures() {
        return ProcedureFiles.shippedAnd(Path.of("../deploy/local/procedures")).all();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyRuleOfAProcedureHasAName(Procedure procedure) {
        Map<String, Text> names = new TreeMap<>();
        names.put("procedure", procedure.name());
        procedure.obligations().forEach(rule -> names.put("obligations/" + rule.key(), rule.name()));
        procedure.notices().forEach(rule -> names.put("notices/" + rule.key(), rule.name()));
        procedure.drills().forEach(rule -> names.put("drills/" + rule.key(), rule.name()));

        assertNamed(names);
    }

    private static void assertNamed(Map<String, Text> names) {
        assertThat(names).isNotEmpty().allSatisfy((key, name) -> {
            assertThat(name.chinese()).as("Chinese name of %s", key).matches(CHINESE);
            assertThat(name.english()).as("English name of %s", key).matches(ENGLISH);
        });
    }
}
