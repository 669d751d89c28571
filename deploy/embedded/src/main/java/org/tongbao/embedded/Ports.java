package org.tongbao.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * Where each part listens, always on the loopback address.
 *
 * @param postgres 0 for any free port, as in all others
 */
public record Ports(int postgres, int kafka, int smtp, int smtp2, int oidc) {
    /** The ports of the local stack. */
    public static final Ports LOCAL = new Ports(15432, 19092, 13025, 13026, 18090);

    public static final Ports FREE = new Ports(0, 0, 0, 0, 0);

    private static final Set<Integer> HANDED_OUT = new HashSet<>();

    public int of(Part part) {
        return switch (part) {
            case POSTGRES -> postgres;
            case KAFKA -> kafka;
            case SMTP -> smtp;
            case SMTP2 -> smtp2;
            case OIDC -> oidc;
        };
    }

    Ports chosen() {
        return new Ports(chosen(postgres), chosen(kafka), chosen(smtp), chosen(smtp2), chosen(oidc));
    }

    private static int chosen(int port) {
        return port == 0 ? free() : port;
    }

    /** A port that was free a moment ago, and that this JVM did not hand out before. */
    public static synchronized int free() {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (HANDED_OUT.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether something listens on this port of the loopback address already. */
    public static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
