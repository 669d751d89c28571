package org.tongbao.contracts.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.RequirementRow;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

/** Reads the sources of all tests of the repository, and prints which rows of the requirements none of them names. */
class RequirementReportTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern ANNOTATION = Pattern.compile("@Requirement\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([A-Z]\\d+-\\d+)\"");

    private static Set<String> tested = Set.of();

    @BeforeAll
    static void readAllTests() throws IOException {
        try (var folders = Stream.concat(Files.list(REPOSITORY), Files.list(REPOSITORY.resolve("deploy")))) {
            List<Path> testFolders = folders.map(folder -> folder.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
            tested = testFolders.stream()
                    .flatMap(RequirementReportTest::sources)
                    .flatMap(source -> idsIn(source).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void rowsWithoutATestArePrinted() {
        Set<String> ruled = rows(true);
        Set<String> untested = new TreeSet<>(ruled);
        untested.removeAll(tested);

        System.out.printf(
                "Requirements: %d of %d rows that are rules are named by a test%s%n",
                ruled.size() - untested.size(),
                ruled.size(),
                untested.isEmpty() ? "" : "; without one: " + String.join(" ", untested));

        assertThat(ruled).isNotEmpty();
    }

    @Test
    void aTestNamesOnlyRowsThatExist() {
        Set<String> all = rows(false);

        assertThat(tested).isNotEmpty();
        assertThat(tested).filteredOn(id -> id.startsWith("S2-")).allMatch(all::contains);
    }

    private static Set<String> rows(boolean onlyRules) {
        return ProcedureFiles.shipped().all().stream()
                .flatMap(procedure -> procedure.requirements().stream())
                .filter(row -> !onlyRules || !row.rules().isEmpty())
                .map(RequirementRow::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> idsIn(Path source) {
        try {
            return ANNOTATION
                    .matcher(Files.readString(source))
                    .results()
                    .flatMap(annotation -> ID.matcher(annotation.group(1)).results())
                    .map(id -> id.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
