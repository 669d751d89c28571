package org.tongbao.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.tongbao.embedded.EmbeddedStartException;

/** {@code deploy/local/up}: starts everything, says so, starts a dead service again, stops everything when it is told to. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** Held here, because the logging system forgets loggers that nobody holds, and their levels with them. */
    private static final List<Logger> CHATTY = Stream.of(
                    "org.apache.kafka", "kafka", "state.change.logger", "io.zonky", "okhttp3", "no.nav")
            .map(Logger::getLogger)
            .toList();

    private final PrintStream out;
    private final Arguments arguments;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Main(PrintStream out, Arguments arguments) {
        this.out = out;
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code;
        try {
            code = new Main(out, Arguments.parse(args)).run();
        } catch (Arguments.WrongArgument e) {
            out.println(e.getMessage());
            code = USAGE;
        } catch (LocalStackException | EmbeddedStartException e) {
            out.println("✗ " + e.getMessage());
            code = FAILED;
        }
        System.exit(code);
    }

    private int run() {
        long began = System.nanoTime();
        var data = arguments.data();
        var options = LocalOptions.wellKnown(arguments.root(), data)
                .on(arguments.ports())
                .only(arguments.services().toArray(String[]::new))
                .procedures(arguments.procedures());
        Preflight.writable(data);
        try (var lock = FolderLock.take(data)) {
            var console = new Console(out, options, data);
            new Leftovers(data).clean().forEach(console::cleaned);
            if (arguments.fresh()) {
                lock.emptyFolder();
            }
            Preflight.check(options, data);
            logTo(data);
            return runStack(new LocalStack(options, console), console, began);
        }
    }

    private int runStack(LocalStack stack, Console console, long began) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stack, console), "stop"));
        try {
            stack.startAll();
        } catch (RuntimeException e) {
            // Then the stop itself is why the start failed.
            if (stack.closing()) {
                awaitClosed();
                return FAILED;
            }
            throw e;
        }
        stack.restartDead(RestartPolicy.USUAL, console);
        console.ready(stack, System.nanoTime() - began);
        var exitReason = stack.death().join();
        if (!stack.closing()) {
            console.died(exitReason);
        }
        return FAILED;
    }

    private void close(LocalStack stack, Console console) {
        long began = System.nanoTime();
        console.stopping();
        stack.close();
        console.stopped(System.nanoTime() - began);
        closed.countDown();
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void logTo(Path data) {
        try {
            var folder = Files.createDirectories(data.resolve("logs"));
            LogManager.getLogManager().reset();
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
            var handler = new FileHandler(folder.resolve("infrastructure.log").toString(), 10_000_000, 2, false);
            handler.setFormatter(new SimpleFormatter());
            handler.setEncoding(StandardCharsets.UTF_8.name());
            var root = Logger.getLogger("");
            root.addHandler(handler);
            root.setLevel(Level.INFO);
            CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
        } catch (IOException e) {
            throw new LocalStackException("cannot write to " + data.resolve("logs") + ": " + e.getMessage(), e);
        }
    }
}
