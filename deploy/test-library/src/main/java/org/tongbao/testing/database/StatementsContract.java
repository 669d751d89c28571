package org.tongbao.testing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.TestDatabase;

/**
 * Prepares every statement of a service against its migrated database, so that a wrong table, column or type fails the
 * build. A statement is a text of the compiled classes that starts with {@code select}, {@code insert}, {@code update},
 * {@code delete} or {@code with}: a constant, one that stands where it is used, or the value of a static field beside them.
 */
public interface StatementsContract {
    Pattern STATEMENT = Pattern.compile("\\s*(select|insert into|update|delete from|with)\\s.*", Pattern.DOTALL);

    /** What is filled in while the service runs, by one argument or by several. */
    Pattern TEMPLATE = Pattern.compile(".*(%(\\d\\$)?s|\u0001).*", Pattern.DOTALL);

    Pattern ONE_ARGUMENT = Pattern.compile("([^%\u0001]*%1\\$s)+[^%\u0001]*|[^%\u0001]*%s[^%\u0001]*", Pattern.DOTALL);

    /** The package whose classes are read, such as {@code org.tongbao.review}. */
    String root();

    /** Statements that are put together while the service runs, by a name to find them again. */
    default Map<String, String> assembled() {
        return Map.of();
    }

    /** By class, what stands for the one argument of its templates, such as the names of two tables of the same shape. */
    default Map<String, List<String>> arguments() {
        return Map.of();
    }

    /** Texts that are no whole statement, as {@code Class: how it begins}; what is made of them is among the assembled. */
    default Set<String> fragments() {
        return Set.of();
    }

    @Test
    default void everyStatementFitsTheDatabase() throws SQLException {
        Map<String, String> statements = statements(root(), arguments());
        for (String fragment : fragments()) {
            assertThat(statements.keySet().removeIf(it -> it.startsWith(fragment)))
                    .as("no text begins so: " + fragment)
                    .isTrue();
        }
        statements.putAll(assembled());

        List<String> mistakes = new ArrayList<>();
        try (Connection database = TestDatabase.superuser()) {
            statements.forEach((name, sql) ->
                    mistake(database, sql).map(it -> name + "\n  " + it).ifPresent(mistakes::add));
        }

        assertThat(statements).as("statements of " + root()).isNotEmpty();
        assertThat(mistakes).as("statements that do not fit the database").isEmpty();
    }

    private static Optional<String> mistake(Connection database, String sql) {
        try (var statement = database.createStatement()) {
            statement.execute("prepare checked as " + sql);
            statement.execute("deallocate checked");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> statements(String root, Map<String, List<String>> arguments) {
        Map<String, String> found = new TreeMap<>();
        for (Path type : ClassTexts.below(root)) {
            for (String text : ClassTexts.of(type, StatementsContract::isStatement)) {
                String name = shortName(type) + ": " + text.strip().replaceAll("\\s+", " ");
                if (!TEMPLATE.matcher(text).matches()) {
                    found.put(name, text);
                } else if (ONE_ARGUMENT.matcher(text).matches()) {
                    arguments
                            .getOrDefault(shortName(type), List.of())
                            .forEach(it -> found.put(name + " of " + it, text.formatted(it)));
                }
            }
        }
        return found;
    }

    private static boolean isStatement(String text) {
        return STATEMENT.matcher(text).matches();
    }

    private static String shortName(Path type) {
        String name = ClassTexts.nameOf(type);
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
