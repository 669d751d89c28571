package org.tongbao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongbao.embedded.EmbeddedStack;
import org.tongbao.embedded.Identity;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.Options;
import org.tongbao.embedded.Part;
import org.tongbao.embedded.Signal;

/**
 * The running suite. Services are processes of their own, everything else lives in this JVM (PostgreSQL beneath it).
 *
 * <pre>
 * try (var stack = LocalStack.start(LocalOptions.forTests())) {
 *     var answer = http.send(post(stack.gateway().resolve("/api/v1/incidents"), stack.token(DemoIdentities.REPORTER)));
 *     stack.kill("intake");
 *     stack.start("intake", Map.of("TONGBAO_SOMETHING", "else"));
 * }
 * </pre>
 */
public final class LocalStack implements AutoCloseable {
    private final LocalOptions options;
    private final StartReport report;
    private final Path data;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private final ExecutorService waiters = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "local-stack");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<EmbeddedStack> infrastructure;
    private @Nullable Gateway gateway;
    private final Thread lastResort = new Thread(this::close, "local-stack-stop");
    private volatile boolean closed;
    private volatile Consumer<ServiceProcess> whenDead = this::tellDeath;

    LocalStack(LocalOptions options, StartReport report) {
        this.options = options;
        this.report = report;
        this.data = folder(options.data());
        var leftovers = new Leftovers(data);
        Consumer<ServiceProcess> died = process -> whenDead.accept(process);
        for (var service : options.services()) {
            services.put(
                    service,
                    new ServiceProcess(
                            service, options, data.resolve("logs").resolve(service + ".log"), leftovers, died));
        }
    }

    /** Returns when every part is ready; on failure, and when this JVM is ended, nothing is left behind. */
    public static LocalStack start(LocalOptions options) {
        var stack = new LocalStack(options, StartReport.SILENT);
        Runtime.getRuntime().addShutdownHook(stack.lastResort);
        try {
            stack.startAll();
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    private static Path folder(@Nullable Path wanted) {
        try {
            var folder = wanted == null
                    ? Files.createTempDirectory("tongbao-")
                    : Files.createDirectories(wanted).toAbsolutePath();
            Files.createDirectories(folder.resolve("logs"));
            return folder;
        } catch (IOException e) {
            throw new LocalStackException("cannot write to the folder " + wanted + ": " + e.getMessage(), e);
        }
    }

    void startAll() {
        for (var service : options.services()) {
            demandBuilt(options.jar(service));
        }
        services.values().forEach(service -> keepOldLog(service.log()));
        var servers = startInfrastructure();
        startGateway(servers);
        startServices();
        if (options.seed() && services.containsKey("contacts")) {
            long began = System.nanoTime();
            int documents = new Directory(this).load(options.root().resolve("deploy/local/directory"), data);
            report.seeded(documents, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static void demandBuilt(Path jar) {
        if (!Files.exists(jar)) {
            throw new LocalStackException(jar + " is missing; build it: ./mvnw package -DskipTests");
        }
    }

    private static void keepOldLog(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedStack startInfrastructure() {
        var wanted = Options.local(data)
                .with(options.ports().infrastructure())
                .durable(options.durable())
                .knowing(DemoIdentities.ALL);
        CompletableFuture<EmbeddedStack> starting;
        synchronized (this) {
            requireOpen();
            starting = CompletableFuture.supplyAsync(
                    () -> EmbeddedStack.start(wanted, (part, time) -> report.started(part, portOf(part), time)),
                    waiters);
            infrastructure = starting;
        }
        return join(starting);
    }

    private int portOf(Part part) {
        return options.ports().infrastructure().of(part);
    }

    private void startGateway(EmbeddedStack servers) {
        long began = System.nanoTime();
        synchronized (this) {
            requireOpen();
            gateway = Gateway.open(options.ports(), options.services(), servers.mails());
        }
        report.gateway(gateway(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void startServices() {
        long began = System.nanoTime();
        var waits = services.values().stream()
                .map(service -> {
                    launch(service, Map.of());
                    return CompletableFuture.runAsync(() -> awaitReady(service, began), waiters);
                })
                .toList();
        join(firstFailureOrAll(waits));
    }

    private void awaitReady(ServiceProcess service, long began) {
        service.awaitReady(options.startTimeout());
        report.ready(service, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Unlike {@code allOf}, does not wait for the others once one has failed. */
    private static CompletableFuture<Void> firstFailureOrAll(List<CompletableFuture<Void>> waits) {
        var all = CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new));
        var first = new CompletableFuture<Void>();
        waits.forEach(wait -> wait.whenComplete((nothing, failure) -> {
            if (failure != null) {
                first.completeExceptionally(failure);
            }
        }));
        return CompletableFuture.anyOf(all, first).thenAccept(nothing -> {});
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private synchronized void launch(ServiceProcess service, Map<String, String> extraEnvironment) {
        requireOpen();
        var environment = new HashMap<>(infrastructure().environment(service.name()));
        environment.put("TONGBAO_HTTP_PORT", Integer.toString(service.ports().http()));
        environment.put(
                "TONGBAO_MANAGEMENT_PORT", Integer.toString(service.ports().management()));
        environment.put("TONGBAO_PUBLIC_URL", withoutSlash(gateway()));
        environment.put("TONGBAO_ACKNOWLEDGEMENT_SECRET", AcknowledgementSecret.in(data));
        if (options.procedures() != null) {
            environment.put(
                    "TONGBAO_PROCEDURES", options.procedures().toAbsolutePath().toString());
        }
        environment.putAll(options.environment().getOrDefault(service.name(), Map.of()));
        environment.putAll(extraEnvironment);
        service.start(environment);
    }

    private static String withoutSlash(URI uri) {
        return uri.toString().replaceFirst("/$", "");
    }

    private void requireOpen() {
        if (closed) {
            throw new LocalStackException("stopped while starting");
        }
    }

    /** Address of the gateway, such as {@code http://127.0.0.1:8080/}. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + options.ports().gateway() + "/");
    }

    /** Address of one service, past the gateway. */
    public URI service(String name) {
        return URI.create("http://127.0.0.1:" + options.ports().of(name).http() + "/");
    }

    /** Where the service answers health, metrics and its API description. */
    public URI management(String name) {
        return URI.create("http://127.0.0.1:" + options.ports().of(name).management() + "/");
    }

    /** PostgreSQL, Kafka, the relays and the identity provider; each can be stopped and started. */
    public EmbeddedStack infrastructure() {
        var started = infrastructure;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started.join();
    }

    public String token(Identity identity) {
        return infrastructure()
                .oidc()
                .token(
                        identity.sub(),
                        identity.name(),
                        identity.agency(),
                        identity.groups().toArray(String[]::new));
    }

    /** Everything that either relay accepted, oldest first. */
    public List<Mail> mails() {
        return infrastructure().mails().all();
    }

    public Path log(String service) {
        return process(service).log();
    }

    public long pid(String service) {
        return process(service).pid();
    }

    public boolean alive(String service) {
        return process(service).alive();
    }

    /** {@code kill -9}; returns when the process is gone. */
    public void kill(String service) {
        process(service).kill();
    }

    /** SIGSTOP: the process stands still and keeps its sockets and leases, until {@link #thaw}. */
    public void freeze(String service) {
        Signal.STOP.send(List.of(process(service).handle()));
    }

    public void thaw(String service) {
        Signal.CONT.send(List.of(process(service).handle()));
    }

    /** SIGTERM; returns when the process is gone. */
    public void stop(String service) {
        process(service).stop();
    }

    /** Starts it again after a kill or a stop; returns when it is ready. */
    public void start(String service) {
        start(service, Map.of());
    }

    /** The same with further environment variables for this one start; returns when it is ready. */
    public void start(String service, Map<String, String> environment) {
        startWithoutWaiting(service, environment);
        awaitReady(service);
    }

    /** Starts it without waiting until it is ready. */
    public void startWithoutWaiting(String service, Map<String, String> environment) {
        launch(process(service), environment);
    }

    public void awaitReady(String service) {
        process(service).awaitReady(options.startTimeout());
    }

    private ServiceProcess process(String service) {
        return Objects.requireNonNull(services.get(service), () -> "no such service: " + service);
    }

    List<String> services() {
        return List.copyOf(services.keySet());
    }

    boolean closing() {
        return closed;
    }

    private void tellDeath(ServiceProcess process) {
        death.complete(process.exitReason());
    }

    /** From now on a service that dies is started again; {@link #death} completes when one is given up. */
    void restartDead(RestartPolicy policy, RestartReport restartReport) {
        whenDead = new Restarts(policy, restartReport, waiters, this::startAgain, death::complete)::died;
    }

    private void startAgain(ServiceProcess service) {
        launch(service, Map.of());
        service.awaitReady(options.startTimeout());
    }

    /** Completes with one line when a service ends although nobody asked for it. */
    CompletableFuture<String> death() {
        return death;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        services.values().forEach(ServiceProcess::requestStop);
        services.values().forEach(ServiceProcess::stop);
        if (gateway != null) {
            gateway.close();
        }
        if (infrastructure != null) {
            infrastructure
                    .handle((servers, failure) -> servers)
                    .thenAccept(LocalStack::close)
                    .join();
        }
        waiters.shutdownNow();
        forgetLastResort();
        if (options.data() == null) {
            delete(data);
        }
    }

    /** Or each stack that was ever started would be kept until the end of the JVM. */
    private void forgetLastResort() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            System.getLogger("org.tongbao.local").log(System.Logger.Level.DEBUG, "closed by the end of the JVM");
        }
    }

    private static void close(@Nullable EmbeddedStack servers) {
        if (servers != null) {
            servers.close();
        }
    }

    /** Best effort: what is left of a temporary folder goes with the system's next cleaning. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var entries = Files.walk(folder)) {
            entries.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("org.tongbao.local").log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }
}
