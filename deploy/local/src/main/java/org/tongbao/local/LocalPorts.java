package org.tongbao.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongbao.embedded.Options;
import org.tongbao.embedded.Ports;

/** Where everything listens, always on the loopback address. */
public record LocalPorts(int gateway, Map<String, ServicePorts> services, Ports infrastructure) {
    /**
     * @param http what portals call
     * @param management health, metrics and API description
     */
    public record ServicePorts(int http, int management) {}

    public static final int GATEWAY = 8080;

    private static final int SERVICE = 8080;

    /** No two ports of one stack have the same last three digits, so that stacks a multiple of 1000 apart do not meet. */
    private static final int MANAGEMENT = 9180;

    private static final int HIGHEST = 65_535;

    /**
     * The ports that documentation and defaults name.
     *
     * @param shift added to each but the gateway's, for a second stack beside the first: any multiple of 1000 up to
     *     {@link #largestShift}
     */
    public static LocalPorts wellKnown(int gateway, int shift) {
        var services = new LinkedHashMap<String, ServicePorts>();
        int number = shift + 1;
        for (var service : Options.SERVICES) {
            services.put(service, new ServicePorts(SERVICE + number, MANAGEMENT + number));
            number++;
        }
        var servers = Ports.LOCAL;
        return new LocalPorts(
                gateway,
                services,
                new Ports(
                        servers.postgres() + shift,
                        servers.kafka() + shift,
                        servers.smtp() + shift,
                        servers.smtp2() + shift,
                        servers.oidc() + shift));
    }

    /** With more a port would be beyond those that exist. */
    static int largestShift() {
        int highest = wellKnown(GATEWAY, 0).needs().keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElseThrow();
        return HIGHEST - highest;
    }

    /** For tests: beside each other, and beside a running stack. */
    public static LocalPorts free(List<String> services) {
        var ports = new LinkedHashMap<String, ServicePorts>();
        services.forEach(service -> ports.put(service, new ServicePorts(Ports.free(), Ports.free())));
        return new LocalPorts(Ports.free(), ports, Ports.FREE);
    }

    public ServicePorts of(String service) {
        return Objects.requireNonNull(services.get(service), () -> "no such service: " + service);
    }

    /** Port → what needs it, for every port that is fixed. */
    Map<Integer, String> needs() {
        var needs = new LinkedHashMap<Integer, String>();
        needs.put(gateway, "gateway");
        services.forEach((service, ports) -> {
            needs.put(ports.http(), service + "-service");
            needs.put(ports.management(), service + "-service (management)");
        });
        needs.put(infrastructure.postgres(), "PostgreSQL");
        needs.put(infrastructure.kafka(), "Kafka");
        needs.put(infrastructure.smtp(), "mail relay 1");
        needs.put(infrastructure.smtp2(), "mail relay 2");
        needs.put(infrastructure.oidc(), "identity provider");
        needs.remove(0);
        return needs;
    }
}
