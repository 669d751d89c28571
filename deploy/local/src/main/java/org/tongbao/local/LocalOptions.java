package org.tongbao.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.embedded.Options;

/**
 * What {@link LocalStack} starts and how.
 *
 * @param root the repository, built
 * @param data folder that keeps everything between two starts; null for a temporary one
 * @param services which of the four
 * @param durable whether PostgreSQL waits for the disk
 * @param procedures folder with procedures of the deployment's own, or null
 * @param serviceFlags JVM flags of each service
 * @param environment service → further environment variables
 * @param seed whether the directory is loaded through contacts-service
 * @param startTimeout how long a service may take until it is ready
 */
public record LocalOptions(
        Path root,
        @Nullable Path data,
        LocalPorts ports,
        List<String> services,
        boolean durable,
        @Nullable Path procedures,
        List<String> serviceFlags,
        Map<String, Map<String, String>> environment,
        boolean seed,
        Duration startTimeout) {
    /** Start fast, stay small: measured for four services on two cores. */
    public static final List<String> SMALL = List.of(
            // Without it the heap starts at a sixty-fourth of the machine's memory.
            "-Xms24m",
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=48m");

    /** For measuring throughput: the optimising compiler, and room. */
    public static final List<String> FAST = List.of("-Xmx384m", "-XX:+UseSerialGC");

    public LocalOptions {
        services = List.copyOf(services);
        serviceFlags = List.copyOf(serviceFlags);
        environment = Map.copyOf(environment);
    }

    /** As {@code deploy/local/up} starts it. */
    public static LocalOptions wellKnown(Path root, Path data) {
        return new LocalOptions(
                root,
                data,
                LocalPorts.wellKnown(LocalPorts.GATEWAY, 0),
                Options.SERVICES,
                true,
                ownProcedures(root),
                SMALL,
                Map.of(),
                true,
                Duration.ofSeconds(90));
    }

    /** Beside what the services ship: the procedure that the demonstration works under. */
    static @Nullable Path ownProcedures(Path root) {
        var folder = root.resolve("deploy/local/procedures");
        return Files.isDirectory(folder) ? folder : null;
    }

    /** The same on free ports in a temporary folder, for a test anywhere below the repository's root. */
    public static LocalOptions forTests() {
        return wellKnown(repository(), Path.of("")).in(null).on(LocalPorts.free(Options.SERVICES));
    }

    /** The nearest folder upwards that has the Maven wrapper. */
    public static Path repository() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new LocalStackException(
                        "not below the repository: " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    public LocalOptions in(@Nullable Path folder) {
        return new LocalOptions(
                root, folder, ports, services, durable, procedures, serviceFlags, environment, seed, startTimeout);
    }

    public LocalOptions on(LocalPorts other) {
        return new LocalOptions(
                root, data, other, services, durable, procedures, serviceFlags, environment, seed, startTimeout);
    }

    public LocalOptions only(String... some) {
        return new LocalOptions(
                root, data, ports, List.of(some), durable, procedures, serviceFlags, environment, seed, startTimeout);
    }

    public LocalOptions durable(boolean wanted) {
        return new LocalOptions(
                root, data, ports, services, wanted, procedures, serviceFlags, environment, seed, startTimeout);
    }

    public LocalOptions procedures(@Nullable Path folder) {
        return new LocalOptions(
                root, data, ports, services, durable, folder, serviceFlags, environment, seed, startTimeout);
    }

    public LocalOptions flags(List<String> flags) {
        return new LocalOptions(
                root, data, ports, services, durable, procedures, flags, environment, seed, startTimeout);
    }

    public LocalOptions seed(boolean wanted) {
        return new LocalOptions(
                root, data, ports, services, durable, procedures, serviceFlags, environment, wanted, startTimeout);
    }

    /** One more environment variable for one service. */
    public LocalOptions with(String service, String name, String value) {
        var all = new HashMap<>(environment);
        var its = new HashMap<>(all.getOrDefault(service, Map.of()));
        its.put(name, value);
        all.put(service, Map.copyOf(its));
        return new LocalOptions(
                root, data, ports, services, durable, procedures, serviceFlags, all, seed, startTimeout);
    }

    Path jar(String service) {
        return root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
