package org.tongbao.contacts.db;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongbao.testing.database.StatementsContract;

@QuarkusTest
class StatementsComponentTest implements StatementsContract {
    @Override
    public String root() {
        return "org.tongbao.contacts";
    }

    /** What is filed for agencies and for books is kept in two tables of the same shape. */
    @Override
    public Map<String, List<String>> arguments() {
        return Map.of("SqlLedger", List.of("agency_filing", "filing"));
    }

    /** Each table of items has statements made of its columns. */
    @Override
    public Map<String, String> assembled() {
        Map<String, String> statements = new TreeMap<>();
        for (ItemTable table : ItemTable.values()) {
            statements.put(table + ": insert", table.insert());
            statements.put(table + ": update", table.update());
            statements.put(table + ": remove", table.remove());
        }
        return statements;
    }
}
