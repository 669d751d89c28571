package org.tongbao.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What processes really occupy: the proportional set size, so that memory shared by PostgreSQL's processes counts once. */
final class Memory {
    private Memory() {}

    static long mebibytes(long pid) {
        return kibibytes(pid) / 1024;
    }

    /** The resident set size, which counts what is shared with other processes in full: what a container's limit sees. */
    static long residentMebibytes(long pid) {
        return kibibytes(pid, "Rss:") / 1024;
    }

    /** The server and the processes it forked, by the pid that it left in its folder. */
    static long mebibytesOfPostgres(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        long server = Long.parseLong(lines.get(0).trim());
        long children = ProcessHandle.of(server).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(it -> kibibytes(it.pid()))
                .sum();
        return (kibibytes(server) + children) / 1024;
    }

    private static long kibibytes(long pid) {
        return kibibytes(pid, "Pss:");
    }

    private static long kibibytes(long pid, String field) {
        Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
        try {
            Optional<String> size = Files.readAllLines(rollup).stream()
                    .filter(line -> line.startsWith(field))
                    .findFirst();
            return size.map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(0L);
        } catch (java.nio.file.NoSuchFileException e) {
            return 0; // ended meanwhile, or a system without /proc
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
