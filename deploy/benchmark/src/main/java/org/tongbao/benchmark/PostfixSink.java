package org.tongbao.benchmark;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongbao.embedded.Ports;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;

/** {@code smtp-sink}: a process of its own that takes every mail and throws it away. */
final class PostfixSink implements MailSink {
    private static final Pattern COUNTERS = Pattern.compile("mesg=(\\d+)");
    private static final String BACKLOG = "256";

    private final Process process;
    private final int port;
    private final List<Instant> accepted = new ArrayList<>();

    private PostfixSink(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PostfixSink start(Path program) throws IOException {
        int port = Ports.free();
        var command = new ArrayList<>(List.of(program.toString(), "-c"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody")); // it refuses to serve as root
        }
        command.addAll(List.of("127.0.0.1:" + port, BACKLOG));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var sink = new PostfixSink(process, port);
        var reader = new Thread(sink::read, "smtp-sink");
        reader.setDaemon(true);
        reader.start();
        return sink;
    }

    /** It prints its counters, ended by a carriage return, whenever one has changed. */
    private void read() {
        try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)) {
            var line = new StringBuilder();
            for (int next = out.read(); next >= 0; next = out.read()) {
                if (next == '\r' || next == '\n') {
                    note(line.toString(), Instant.now());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException e) {
            Table.progress("smtp-sink is no longer heard: " + e.getMessage());
        }
    }

    private synchronized void note(String counters, Instant now) {
        var found = COUNTERS.matcher(counters);
        if (found.find()) {
            int count = Integer.parseInt(found.group(1));
            while (accepted.size() < count) {
                accepted.add(now);
            }
        }
    }

    @Override
    public String name() {
        return "smtp-sink of postfix";
    }

    @Override
    public LocalOptions receivingFrom(LocalOptions options) {
        var text = Integer.toString(port);
        return options.with("escalation", "TONGBAO_SMTP_PORT", text).with("escalation", "TONGBAO_SMTP2_PORT", text);
    }

    @Override
    public void attach(LocalStack stack) {
        if (!process.isAlive()) {
            throw new IllegalStateException("smtp-sink ended at once with " + process.exitValue());
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized long accepted() {
        return accepted.size();
    }

    @Override
    public synchronized Instant acceptedAt(long number) {
        return accepted.get((int) number - 1);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
