package org.tongbao.escalation.delivery.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay on plain sockets that misbehaves at the moment a test names; everywhere else it answers as it should. */
final class ScriptedSmtp implements AutoCloseable {
    enum Moment {
        GREETING("220 scripted"),
        HELLO("250 scripted"),
        MAIL("250 sender ok"),
        RCPT("250 recipient ok"),
        DATA("354 go on"),
        DOT("250 2.0.0 queued as 4F2A"),
        OTHER("250 ok"),
        QUIT("221 bye");

        private final String usual;

        Moment(String usual) {
            this.usual = usual;
        }

        private static Moment of(String command) {
            return switch (command.toUpperCase(Locale.ROOT).split("[ :]", 2)[0]) {
                case "EHLO", "HELO" -> HELLO;
                case "MAIL" -> MAIL;
                case "RCPT" -> RCPT;
                case "DATA" -> DATA;
                case "QUIT" -> QUIT;
                default -> OTHER;
            };
        }
    }

    /** What the relay does at a moment. False ends the connection. */
    interface Reaction {
        boolean react(Connection connection) throws IOException;
    }

    static Reaction say(String line) {
        return connection -> {
            connection.write(line);
            return true;
        };
    }

    static Reaction drop() {
        return connection -> false;
    }

    /** Says nothing more until the other side closes. */
    static Reaction hang() {
        return connection -> {
            while (connection.in.read() >= 0) {
                // the client may talk as it likes
            }
            return false;
        };
    }

    /** Waits for the latch, then goes on as usual. */
    static Reaction after(CountDownLatch latch, Moment moment) {
        return connection -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            connection.write(moment.usual);
            return true;
        };
    }

    private final ServerSocket server;
    private final Map<Moment, Reaction> reactions = new ConcurrentHashMap<>(new EnumMap<>(Moment.class));
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void at(Moment moment, Reaction reaction) {
        reactions.put(moment, reaction);
    }

    void behave() {
        reactions.clear();
    }

    /** Whole contents that arrived up to the final dot, answered or not, as they came over the wire. */
    List<String> contents() {
        return List.copyOf(contents);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    int connections() {
        return connections.get();
    }

    int ended() {
        return ended.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            talk(new Connection(socket));
        } catch (IOException e) {
            // the other side went away, which tests do on purpose
        } finally {
            ended.incrementAndGet();
        }
    }

    private void talk(Connection connection) throws IOException {
        if (!react(Moment.GREETING, connection)) {
            return;
        }
        for (var line = connection.line(); line != null; line = connection.line()) {
            commands.add(line);
            var moment = Moment.of(line);
            if (!react(moment, connection) || moment == Moment.QUIT) {
                return;
            }
            if (moment == Moment.DATA && !reactions.containsKey(Moment.DATA)) {
                contents.add(connection.content());
                if (!react(Moment.DOT, connection)) {
                    return;
                }
            }
        }
    }

    private boolean react(Moment moment, Connection connection) throws IOException {
        return reactions.getOrDefault(moment, say(moment.usual)).react(connection);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }

    /** One client. */
    static final class Connection {
        private final Socket socket;
        private final InputStream in;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        private void write(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        private @org.jspecify.annotations.Nullable String line() throws IOException {
            var line = raw();
            return line.isEmpty() ? null : line.strip();
        }

        /** With its line end, empty at the end of the stream. */
        private String raw() throws IOException {
            var bytes = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes.write(next);
                if (next == '\n') {
                    break;
                }
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private String content() throws IOException {
            var content = new StringBuilder();
            for (var line = raw(); !line.equals(".\r\n"); line = raw()) {
                if (line.isEmpty()) {
                    throw new IOException("ended within the content");
                }
                content.append(line);
            }
            return content.toString();
        }
    }
}
