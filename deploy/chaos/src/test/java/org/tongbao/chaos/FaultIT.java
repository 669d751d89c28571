package org.tongbao.chaos;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;
import org.tongbao.smoke.Reconciliation;

/**
 * Reports go on while something is away. Afterwards everything goes on by itself: each report that the portal sent is
 * accepted once, reviewed once, and the same people have its mail.
 */
class FaultIT {
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final int LONGEST_RANDOM_SECONDS = 20;

    static Stream<Arguments> faults() {
        return Settings.faults().stream()
                .flatMap(fault -> Settings.lengths().stream().map(length -> Arguments.of(fault, length)));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("faults")
    void everythingGoesOnByItself(Fault fault, Duration length) throws Exception {
        try (LocalStack stack = LocalStack.start(LocalOptions.forTests())) {
            var portal = new Portal(stack);
            portal.reportFor(BEFORE);

            suffer(stack, portal, fault, length);

            verify(stack, portal);
        }
    }

    /** {@code -Dtongbao.chaos.random=20}; {@code -Dtongbao.chaos.seed=…} repeats a run. */
    @Test
    @EnabledIfSystemProperty(named = "tongbao.chaos.random", matches = "[1-9][0-9]*")
    void afterFaultsByChanceToo() throws Exception {
        long seed = Settings.seed();
        System.out.println("tongbao.chaos.seed=" + seed);
        var random = new Random(seed);
        try (LocalStack stack = LocalStack.start(LocalOptions.forTests())) {
            var portal = new Portal(stack);
            for (int i = 0; i < Settings.randomFaults(); i++) {
                Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
                Duration length = Duration.ofSeconds(1 + random.nextInt(LONGEST_RANDOM_SECONDS));
                System.out.println(fault + " for " + length.toSeconds() + " s");
                suffer(stack, portal, fault, length);
            }

            verify(stack, portal);
        }
    }

    private static void suffer(LocalStack stack, Portal portal, Fault fault, Duration length) throws Exception {
        fault.begin(stack);
        try {
            portal.reportFor(length);
        } finally {
            fault.end(stack);
        }
    }

    private static void verify(LocalStack stack, Portal portal) {
        var reconciliation = new Reconciliation(stack);
        portal.accepted().forEach(reconciliation::accepted);
        reconciliation.verifyWithCopies(0);
    }
}
