package org.tongbao.embedded;

import java.time.Duration;
import java.util.Map;

/** Bearer tokens that the services under test accept, for tests in any class loader. */
public final class TestTokens {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private TestTokens() {}

    public static String token(String sub, String name, String agency, String... groups) {
        return token(LIFETIME, sub, name, agency, groups);
    }

    /** Signed well, but over since five minutes. */
    public static String expired(String sub, String name, String agency, String... groups) {
        return token(Duration.ofMinutes(-5), sub, name, agency, groups);
    }

    private static String token(Duration validFor, String sub, String name, String agency, String... groups) {
        return ControlClient.call(
                "token",
                Map.of(
                        "sub", sub,
                        "name", name,
                        "agency", agency,
                        "groups", String.join(",", groups),
                        "validFor", validFor.toString()));
    }
}
