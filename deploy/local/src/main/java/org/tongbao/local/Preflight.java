package org.tongbao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.tongbao.embedded.Ports;

/** What can be known to fail before anything is started: each is one line that says what to do. */
final class Preflight {
    /** The stack takes about 1.1 GiB; with less the system would kill a part of it at a bad moment. */
    static final long NEEDED_MEGABYTES = 1_200;

    private static final int OLDEST_JAVA = 17;
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB");

    private Preflight() {}

    static void check(LocalOptions options, Path data) {
        java(Runtime.version().feature());
        memory(availableMegabytes());
        writable(data);
        options.ports().needs().forEach(Preflight::free);
        if (options.procedures() != null && !Files.isDirectory(options.procedures())) {
            throw new LocalStackException("沒有這個作業程序資料夾 · there is no folder " + options.procedures()
                    + "; --procedures needs an existing one");
        }
    }

    static void java(int version) {
        if (version < OLDEST_JAVA) {
            throw new LocalStackException(
                    "需要 Java %1$d 以上 · Java %2$d is too old; install JDK %1$d or newer, or set JAVA_HOME"
                            .formatted(OLDEST_JAVA, version));
        }
    }

    static void memory(long availableMegabytes) {
        if (availableMegabytes < NEEDED_MEGABYTES) {
            throw new LocalStackException(
                    "記憶體不足 · too little memory: %d MB are free, the stack needs %d MB; close other programs, or give the container more"
                            .formatted(availableMegabytes, NEEDED_MEGABYTES));
        }
    }

    /** The smaller of what the machine and what the container has; unlimited where neither says. */
    static long availableMegabytes() {
        long container = container();
        try {
            if (Files.isReadable(MEMORY)) {
                var found = AVAILABLE.matcher(Files.readString(MEMORY));
                if (found.find()) {
                    return Math.min(container, Long.parseLong(found.group(1)) / 1024);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return container;
    }

    private static long container() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean known
                ? known.getTotalMemorySize() / (1024 * 1024)
                : Long.MAX_VALUE;
    }

    static void writable(Path data) {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "write-", ".probe"));
        } catch (IOException e) {
            throw new LocalStackException(
                    "無法寫入資料夾 · cannot write to the folder %s (%s); give yourself the right to, or remove it"
                            .formatted(data, e.getClass().getSimpleName()),
                    e);
        }
    }

    static void free(int port, String part) {
        if (Ports.taken(port)) {
            throw new LocalStackException(
                    "連接埠 %1$d 已被占用 · port %1$d is taken, %2$s needs it; end the program that has it (find it: ss -ltnp 'sport = :%1$d')%3$s"
                            .formatted(port, part, part.equals("gateway") ? ", or choose another: --port 8090" : ""));
        }
    }
}
