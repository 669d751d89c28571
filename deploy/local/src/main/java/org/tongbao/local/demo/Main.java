package org.tongbao.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** {@code deploy/local/demo}: plays the scenario against the running stack. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int GATEWAY = 8080;
    private static final int OIDC = 18090;

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, args));
    }

    static int run(PrintStream out, String... args) {
        boolean fast = false;
        int shift = 0;
        String url = "";
        String issuer = "";
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (option.equals("--fast")) {
                fast = true;
            } else if (!rest.isEmpty()
                    && option.equals("--shift")
                    && rest.peek().matches("\\d{1,5}")) {
                shift = Integer.parseInt(rest.pop());
            } else if (!rest.isEmpty() && option.equals("--url")) {
                url = rest.pop();
            } else if (!rest.isEmpty() && option.equals("--issuer")) {
                issuer = rest.pop();
            } else {
                out.println("✗ 不認得 unknown option or missing value: " + option + "；用法 usage: deploy/local/demo --help");
                return USAGE;
            }
        }
        var suite = new Suite(
                URI.create(url.isEmpty() ? "http://127.0.0.1:" + (GATEWAY + shift) : url),
                issuer.isEmpty() ? "http://localhost:" + (OIDC + shift) + "/tongbao" : issuer);
        var scenario = fast ? Scenario.fast(suite, out) : Scenario.real(suite, out);
        return scenario.play() ? 0 : FAILED;
    }
}
