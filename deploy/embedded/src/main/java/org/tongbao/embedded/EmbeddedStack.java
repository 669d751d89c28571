package org.tongbao.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All embedded servers together, started in parallel. */
public final class EmbeddedStack implements AutoCloseable {
    private final Map<Part, EmbeddedPart> parts = new EnumMap<>(Part.class);
    private final Map<Part, Duration> timings = new ConcurrentHashMap<>();
    private final Options options;
    private final Path data;
    private final MailStore mails;

    private EmbeddedStack(Options options, Path data) {
        this.options = options;
        this.data = data;
        this.mails = new MailStore(options.data() == null ? null : data.resolve("mail"));
        var ports = options.ports().chosen();
        for (Part part : options.parts()) {
            parts.put(part, create(part, ports.of(part)));
        }
    }

    private EmbeddedPart create(Part part, int port) {
        return switch (part) {
            case POSTGRES ->
                new EmbeddedPostgresServer(data.resolve("postgres"), port, options.durable(), options.services());
            case KAFKA -> new EmbeddedKafka(data.resolve("kafka"), port);
            case SMTP -> new EmbeddedSmtp(1, port, mails);
            case SMTP2 -> new EmbeddedSmtp(2, port, mails);
            case OIDC -> new EmbeddedOidc(port, options.identities());
        };
    }

    public static EmbeddedStack start(Options options) {
        return start(options, (part, time) -> {});
    }

    public static EmbeddedStack start(Options options, BiConsumer<Part, Duration> progress) {
        var stack = new EmbeddedStack(options, folder(options.data()));
        try {
            stack.startAll(progress);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    private static Path folder(@Nullable Path wanted) {
        try {
            return wanted == null ? temporary() : Files.createDirectories(wanted);
        } catch (IOException e) {
            throw new EmbeddedStartException("cannot write to the folder " + wanted + ": " + e, e);
        }
    }

    /** Passable for others, because PostgreSQL may run as another user than we do. */
    private static Path temporary() throws IOException {
        var created = Files.createTempDirectory("tongbao-embedded-");
        if (created.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(created, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return created;
    }

    private void startAll(BiConsumer<Part, Duration> progress) {
        // Logging complains, on the console, when several threads are the first to use it.
        org.slf4j.LoggerFactory.getILoggerFactory();
        var executor = Executors.newFixedThreadPool(Math.max(1, parts.size()), work -> {
            var thread = new Thread(work, "embedded-start");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var all = new ArrayList<CompletableFuture<Void>>();
            parts.forEach((part, server) ->
                    all.add(CompletableFuture.runAsync(() -> startOne(part, server, progress), executor)));
            waitForAll(all);
        } finally {
            executor.shutdown();
        }
    }

    private void startOne(Part part, EmbeddedPart server, BiConsumer<Part, Duration> progress) {
        long began = System.nanoTime();
        server.start();
        var took = Duration.ofNanos(System.nanoTime() - began);
        timings.put(part, took);
        synchronized (timings) {
            progress.accept(part, took);
        }
    }

    /** Waits for the slow ones even when a fast one failed, so that close() finds each either running or not. */
    private static void waitForAll(List<CompletableFuture<Void>> all) {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    public boolean has(Part part) {
        return parts.containsKey(part);
    }

    public EmbeddedPart part(Part part) {
        return Objects.requireNonNull(parts.get(part), () -> part + " was not started");
    }

    public EmbeddedPostgresServer postgres() {
        return (EmbeddedPostgresServer) part(Part.POSTGRES);
    }

    public EmbeddedKafka kafka() {
        return (EmbeddedKafka) part(Part.KAFKA);
    }

    public EmbeddedOidc oidc() {
        return (EmbeddedOidc) part(Part.OIDC);
    }

    /** What both relays have accepted, newest last. */
    public MailStore mails() {
        return mails;
    }

    public Path data() {
        return data;
    }

    public Map<Part, Duration> timings() {
        return Map.copyOf(timings);
    }

    /** What a service process needs to find its database and the other parts; ports of its own doors not included. */
    public Map<String, String> environment(String service) {
        var values = new LinkedHashMap<String, String>();
        if (has(Part.POSTGRES)) {
            values.put("TONGBAO_DB_URL", "postgresql://127.0.0.1:" + postgres().port() + "/" + service);
            values.put("TONGBAO_DB_USER", service + "_app");
            values.put("TONGBAO_DB_PASSWORD", service + "_app");
            values.put("TONGBAO_DB_OWNER", service + "_owner");
            values.put("TONGBAO_DB_OWNER_PASSWORD", service + "_owner");
        }
        if (has(Part.KAFKA)) {
            values.put("TONGBAO_KAFKA", kafka().bootstrap());
        }
        if (has(Part.OIDC)) {
            values.put("TONGBAO_OIDC_ISSUER", oidc().issuer());
        }
        putRelay(values, Part.SMTP, "TONGBAO_SMTP");
        putRelay(values, Part.SMTP2, "TONGBAO_SMTP2");
        return values;
    }

    private void putRelay(Map<String, String> values, Part relay, String prefix) {
        if (has(relay)) {
            values.put(prefix + "_HOST", "127.0.0.1");
            values.put(prefix + "_PORT", Integer.toString(part(relay).port()));
        }
    }

    @Override
    public void close() {
        parts.values().forEach(EmbeddedPart::stop);
        if (options.data() == null) {
            deleteRecursively(data);
        }
    }

    /** Best effort for temporary folders; the operating system's cleaner takes what is left. */
    static void deleteRecursively(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var entries = Files.walk(folder)) {
            entries.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("org.tongbao.embedded").log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }
}
