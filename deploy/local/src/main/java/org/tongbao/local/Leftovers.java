package org.tongbao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which processes were started, on disk, so that the next start can end those that a killed launcher left behind. A
 * process is known by its number and the instant it started: numbers are used again.
 */
final class Leftovers {
    private final Path folder;
    private final Path postgresLock;

    Leftovers(Path data) {
        folder = data.resolve("processes");
        postgresLock = data.resolve("postgres/postmaster.pid");
    }

    void remember(String name, ProcessHandle process) {
        write(folder.resolve(name), process.pid() + " " + startOf(process));
    }

    private static void write(Path file, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void forget(String name, ProcessHandle process) {
        var file = folder.resolve(name);
        try {
            if (Files.exists(file) && Files.readString(file).startsWith(process.pid() + " ")) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier launcher left running; returns the names. The database comes last: it waits for clients. */
    List<String> clean() {
        var ended = new ArrayList<String>();
        try {
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    for (var file : files.sorted().toList()) {
                        find(Files.readString(file)).ifPresent(process -> end(process, file, ended));
                        Files.deleteIfExists(file);
                    }
                }
            }
            if (Files.exists(postgresLock)) {
                postgres(Files.readAllLines(postgresLock))
                        .ifPresent(process -> end(process, Path.of("postgres"), ended));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ended;
    }

    private static void end(ProcessHandle process, Path name, List<String> ended) {
        end(process);
        ended.add(name.getFileName() + " (pid " + process.pid() + ")");
    }

    private static Optional<ProcessHandle> postgres(List<String> lockFile) {
        return ProcessHandle.of(Long.parseLong(lockFile.get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static Optional<ProcessHandle> find(String line) {
        var words = line.strip().split(" ");
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> startOf(process).equals(words[1]));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        }
    }
}
