package org.tongbao.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents of the repository stay true: decisions are guarded and indexed, READMEs short, links alive. */
class DocumentationTest {
    private static final Path ROOT = LocalOptions.repository();
    private static final Path DECISIONS = ROOT.resolve("docs/decisions");
    private static final int README_LINES = 60;
    private static final List<String> SERVICES =
            List.of("intake-service", "review-service", "escalation-service", "contacts-service");
    private static final Pattern DECISION_FILE = Pattern.compile("\\d{4}-[a-z0-9-]+\\.md");
    private static final Pattern DATE = Pattern.compile("(?m)^20\\d\\d-\\d\\d-\\d\\d · \\w+$");
    private static final Pattern GUARDS = Pattern.compile("(?m)^\\*\\*Guarded by:\\*\\*(.*)$");
    private static final Pattern GUARD = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void everyDecisionIsGuardedByATestThatExists() throws IOException {
        Map<String, List<Path>> tests = testsByName();
        List<String> unguarded = new ArrayList<>();

        for (Path decision : decisions()) {
            List<MatchResult> guards = guards(Files.readString(decision));
            if (guards.isEmpty()) {
                unguarded.add(decision.getFileName() + " names no test");
            }
            guards.forEach(guard -> missing(guard, tests)
                    .ifPresent(name -> unguarded.add(decision.getFileName() + ": no test " + name)));
        }

        assertThat(unguarded).isEmpty();
    }

    @Test
    void everyDecisionHasTheSameForm() throws IOException {
        for (Path decision : decisions()) {
            assertThat(decision.getFileName().toString()).matches(DECISION_FILE);
            assertThat(Files.readString(decision))
                    .as(decision.toString())
                    .containsPattern(DATE)
                    .contains("**Decision:**", "**Because:**", "**Instead of:**", "**Guarded by:**");
        }
    }

    @Test
    void theReadmeIndexesEveryDecision() throws IOException {
        Set<String> links = links(ROOT.resolve("README.md")).collect(toSet());

        assertThat(links)
                .containsAll(decisions().stream()
                        .map(decision -> "docs/decisions/" + decision.getFileName())
                        .toList());
    }

    @Test
    void aServicesReadmeIsShort() throws IOException {
        for (String service : SERVICES) {
            assertThat(Files.readAllLines(ROOT.resolve(service).resolve("README.md")))
                    .as(service)
                    .hasSizeLessThanOrEqualTo(README_LINES);
        }
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() throws IOException {
        for (Path document : documents()) {
            assertThat(links(document).filter(link -> !Files.exists(document.resolveSibling(link))))
                    .as(document.toString())
                    .isEmpty();
        }
    }

    private static Optional<String> missing(MatchResult guard, Map<String, List<Path>> tests) {
        List<Path> files = tests.getOrDefault(guard.group(1), List.of());
        String method = guard.group(2);
        boolean found = method == null ? !files.isEmpty() : files.stream().anyMatch(file -> declares(file, method));
        return found ? Optional.empty() : Optional.of(guard.group());
    }

    private static boolean declares(Path file, String method) {
        try {
            return Files.readString(file).contains("void " + method + "(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<MatchResult> guards(String decision) {
        return GUARDS.matcher(decision)
                .results()
                .flatMap(line -> GUARD.matcher(line.group(1)).results())
                .toList();
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            List<Path> decisions = files.sorted().toList();
            assertThat(decisions).isNotEmpty();
            return decisions;
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(decisions());
        documents.add(ROOT.resolve("README.md"));
        documents.add(ROOT.resolve("CONTRIBUTING.md"));
        SERVICES.forEach(service -> documents.add(ROOT.resolve(service).resolve("README.md")));
        return documents;
    }

    private static Stream<String> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document)).results().map(link -> link.group(1));
    }

    private static Map<String, List<Path>> testsByName() throws IOException {
        Map<String, List<Path>> tests = new HashMap<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> tests.computeIfAbsent(
                                file.getFileName().toString().replace(".java", ""), name -> new ArrayList<>())
                        .add(file));
            }
        }
        return tests;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> deploy = Files.list(ROOT.resolve("deploy"))) {
            return Stream.concat(top, deploy)
                    .filter(folder -> Files.isDirectory(folder.resolve("src/test/java")))
                    .toList();
        }
    }
}
