package org.tongbao.contacts.stage;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongbao.contracts.Ids;

/** An agency of a test's own, so that tests do not meet each other's rows. */
public final class Office {
    public static final String AGENCIES = "/api/v1/agencies/";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Office() {}

    /** A new bureau below the city, with its city's relations. */
    public static String create() {
        return create("TPE");
    }

    public static String create(String parent) {
        String code = newCode();
        People.admin("ACS")
                .header("If-None-Match", "*")
                .body(body(parent))
                .put(AGENCIES + code)
                .then()
                .statusCode(201);
        return code;
    }

    public static String newCode() {
        return "T" + COUNTER.incrementAndGet() + "-"
                + Long.toString(System.nanoTime() % 100_000_000, 36).toUpperCase(java.util.Locale.ROOT);
    }

    public static String body(String parent) {
        return """
            {"name": "測試局", "nameEnglish": "Test Bureau", "kind": "bureau", "procedure": "s2-taipei-113",
             "parent": "%s", "relations": {"superior": "TPE", "supervising": "TPE", "cityBureau": "TPE-DOIT",
             "receiving": "TPE-DOIT", "reviewers": ["TPE-DOIT", "ACS"]}, "responsibilityLevel": "B"}\
            """.formatted(parent);
    }

    /** A contact of the office with one role; answers its id. */
    public static UUID contact(String office, String role) {
        UUID id = Ids.next();
        People.admin(office)
                .header("If-None-Match", "*")
                .body(contactBody(role))
                .put(AGENCIES + office + "/contacts/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    public static String contactBody(String role) {
        return """
            {"name": "某甲（測試）", "employment": "dedicated", "roles": ["%s"],
             "channels": [{"type": "mail", "value": "somebody@office.example.test"},
                          {"type": "mobile", "value": "+886 900 000 101"}]}\
            """.formatted(role);
    }

    public static String tag(String path) {
        return People.admin("ACS")
                .get(AGENCIES + path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
