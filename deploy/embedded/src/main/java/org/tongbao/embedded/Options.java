package org.tongbao.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to start and how.
 *
 * @param parts which servers
 * @param data folder that keeps everything; null for a temporary one that goes when the stack is closed
 * @param durable whether PostgreSQL waits for the disk; only tests that kill nothing may do without
 * @param services a database and three roles each
 * @param identities whom the identity provider knows by {@code client_id}
 */
public record Options(
        Set<Part> parts,
        Ports ports,
        @Nullable Path data,
        boolean durable,
        List<String> services,
        List<Identity> identities) {
    /** The four services of the suite. */
    public static final List<String> SERVICES = List.of("intake", "review", "escalation", "contacts");

    public Options {
        parts = Set.copyOf(parts);
        services = List.copyOf(services);
        identities = List.copyOf(identities);
    }

    /** Everything, on the well-known ports, kept in one folder, durable. */
    public static Options local(Path data) {
        return new Options(EnumSet.allOf(Part.class), Ports.LOCAL, data, true, SERVICES, List.of());
    }

    /** Everything, on free ports, thrown away at the end, not durable. */
    public static Options forTests(String... services) {
        return new Options(EnumSet.allOf(Part.class), Ports.FREE, null, false, List.of(services), List.of());
    }

    public Options with(Ports other) {
        return new Options(parts, other, data, durable, services, identities);
    }

    public Options only(Part first, Part... others) {
        return new Options(EnumSet.of(first, others), ports, data, durable, services, identities);
    }

    public Options in(Path folder) {
        return new Options(parts, ports, folder, durable, services, identities);
    }

    public Options durable(boolean wanted) {
        return new Options(parts, ports, data, wanted, services, identities);
    }

    public Options knowing(List<Identity> people) {
        return new Options(parts, ports, data, durable, services, people);
    }
}
