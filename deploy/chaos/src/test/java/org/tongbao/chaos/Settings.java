package org.tongbao.chaos;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How much is tried: little in {@code ./mvnw verify}, everything by {@code deploy/chaos/run}. */
final class Settings {
    private Settings() {}

    /** How often a service is killed at each fault point. */
    static int rounds() {
        return Integer.getInteger("tongbao.chaos.rounds", 3);
    }

    /** Which faults, by name; {@code all} for each. */
    static List<Fault> faults() {
        String names = System.getProperty("tongbao.chaos.faults", "DATABASE_HANGS,BROKER_STOPPED");
        return names.equals("all")
                ? List.of(Fault.values())
                : Arrays.stream(names.split(",")).map(Fault::valueOf).toList();
    }

    /** How long each fault lasts. */
    static List<Duration> lengths() {
        return Arrays.stream(System.getProperty("tongbao.chaos.seconds", "5").split(","))
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .toList();
    }

    /** Number of faults in the random run; none by default. */
    static int randomFaults() {
        return Integer.getInteger("tongbao.chaos.random", 0);
    }

    /** The same seed gives the same faults in the same order. */
    static long seed() {
        return Long.getLong("tongbao.chaos.seed", System.nanoTime());
    }
}
