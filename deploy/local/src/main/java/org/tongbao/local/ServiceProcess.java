package org.tongbao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service in a process of its own. */
final class ServiceProcess {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final String name;
    private final LocalPorts.ServicePorts ports;
    private final List<String> command;
    private final Path log;
    private final Leftovers leftovers;
    private final Consumer<ServiceProcess> died;
    private @Nullable Process process;
    private volatile boolean stopRequested;
    private volatile long startedAt;

    /**
     * @param died called when the process exits unexpectedly
     */
    ServiceProcess(String name, LocalOptions options, Path log, Leftovers leftovers, Consumer<ServiceProcess> died) {
        this.name = name;
        this.ports = options.ports().of(name);
        this.log = log;
        this.leftovers = leftovers;
        this.died = died;
        this.command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.serviceFlags());
        command.add("-jar");
        command.add(options.jar(name).toString());
    }

    String name() {
        return name;
    }

    LocalPorts.ServicePorts ports() {
        return ports;
    }

    Path log() {
        return log;
    }

    synchronized void start(Map<String, String> environment) {
        if (alive()) {
            return;
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("TONGBAO_"));
        // Each thread would otherwise bring a memory pool of its own.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        stopRequested = false;
        try {
            var started = builder.start();
            process = started;
            startedAt = System.nanoTime();
            leftovers.remember(name, started.toHandle());
            var unused = started.onExit().thenAccept(this::ended);
        } catch (IOException e) {
            throw new LocalStackException(name + "-service cannot be started: " + e.getMessage(), e);
        }
    }

    private void ended(Process ended) {
        leftovers.forget(name, ended.toHandle());
        if (!stopRequested) {
            died.accept(this);
        }
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** Since its last start. */
    Duration lived() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    long pid() {
        return handle().pid();
    }

    synchronized ProcessHandle handle() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process.toHandle();
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        end(Process::destroyForcibly);
    }

    /** SIGTERM, and SIGKILL when that does not help; returns when the process is gone. */
    void stop() {
        requestStop();
        end(stopping -> {
            try {
                if (!stopping.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    stopping.destroyForcibly();
                }
            } catch (InterruptedException e) {
                stopping.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
    }

    /** SIGTERM; does not wait, so that several stop at the same time. */
    synchronized void requestStop() {
        stopRequested = true;
        if (process != null) {
            process.destroy();
        }
    }

    private void end(Consumer<Process> how) {
        Process ending;
        synchronized (this) {
            stopRequested = true;
            ending = process;
        }
        if (ending != null) {
            how.accept(ending);
            ending.onExit().join();
        }
    }

    /** Blocks until the readiness check succeeds. */
    void awaitReady(Duration startTimeout) {
        long limit = System.nanoTime() + startTimeout.toNanos();
        while (!ready()) {
            if (!alive()) {
                throw new LocalStackException(exitReason());
            }
            if (System.nanoTime() > limit) {
                throw new LocalStackException("%s-service is not ready after %d s; see %s and %s"
                        .formatted(name, startTimeout.toSeconds(), log, readiness()));
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private URI readiness() {
        return URI.create("http://127.0.0.1:" + ports.management() + "/q/health/ready");
    }

    boolean ready() {
        try {
            var request = HttpRequest.newBuilder(readiness())
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("interrupted while waiting for " + name, e);
        }
    }

    /** One line about an unexpected exit. */
    String exitReason() {
        Process ended;
        synchronized (this) {
            ended = process;
        }
        String exit = ended == null || ended.isAlive() ? "?" : Integer.toString(ended.exitValue());
        return "%s-service died (exit %s); look into %s%s".formatted(name, exit, log, lastError());
    }

    private String lastError() {
        try {
            var lines = Files.readAllLines(log);
            for (int i = lines.size() - 1; i >= 0 && i > lines.size() - 200; i--) {
                String line = lines.get(i);
                if (line.contains("ERROR") || line.contains("Error:") || line.startsWith("Caused by")) {
                    return ": " + brief(line);
                }
            }
            return lines.isEmpty() ? "" : ": " + brief(lines.get(lines.size() - 1));
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static String brief(String line) {
        var message = line.replaceFirst("^\\{.*?\"message\":\"(.*?)(?<!\\\\)\".*$", "$1");
        return message.length() > 300 ? message.substring(0, 300) + "…" : message;
    }
}
