package org.tongbao.testing.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A port of the loopback address that leads to another one, as a network does: until it refuses, or swallows everything. */
public final class UnreliableLink implements AutoCloseable {
    private static final int BUFFER = 65_536;
    private static final int BACKLOG = 200;

    private final int port;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean hanging;
    private @Nullable ServerSocket listening;

    private UnreliableLink(int port, int server) {
        this.port = port;
        this.server = server;
    }

    /**
     * A link that works.
     *
     * @param port where it listens
     * @param server where it leads
     */
    public static UnreliableLink open(int port, int server) {
        var link = new UnreliableLink(port, server);
        link.listen();
        return link;
    }

    public int port() {
        return port;
    }

    /** Connections stay open, new ones are taken, and nothing comes through any more, in either direction. */
    public void hang() {
        synchronized (gate) {
            hanging = true;
        }
    }

    /** Every connection breaks, and new ones are refused. */
    public synchronized void refuse() {
        ServerSocket closing = listening;
        listening = null;
        close(closing);
        open.forEach(UnreliableLink::close);
        release();
    }

    /** Works again. What hung arrives now. */
    public synchronized void heal() {
        release();
        if (listening == null) {
            listen();
        }
    }

    private void release() {
        synchronized (gate) {
            hanging = false;
            gate.notifyAll();
        }
    }

    private synchronized void listen() {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            listening = socket;
            inBackground("accept", () -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                open.add(client);
                inBackground("connect", () -> connect(client));
            } catch (IOException e) {
                return; // closed: it refuses
            }
        }
    }

    private void connect(Socket client) {
        try {
            var onward = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(onward);
            client.setTcpNoDelay(true);
            onward.setTcpNoDelay(true);
            inBackground("forth", () -> carry(client, onward));
            carry(onward, client);
        } catch (IOException e) {
            close(client);
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passGate();
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // the other end, or this link, has closed it
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void passGate() throws IOException {
        synchronized (gate) {
            while (hanging) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    private static void inBackground(String name, Runnable work) {
        var thread = new Thread(work, "link-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(@Nullable AutoCloseable socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        refuse();
    }
}
