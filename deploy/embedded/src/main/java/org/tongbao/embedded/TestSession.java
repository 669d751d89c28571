package org.tongbao.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the stack once for each test JVM, before any test's class loader exists, and tells the service under test where
 * it is by the system properties that are its environment in production.
 *
 * <p>Which service that is follows from the module's folder ({@code intake-service} → {@code intake}, {@code platform} →
 * {@code platform}) or from {@code -Dtongbao.test.service}; in any other module nothing is started.
 */
public final class TestSession implements LauncherSessionListener {
    static final String SERVICE = "tongbao.test.service";

    /** Database that waits for the disk as in production; kill tests set it. */
    private static final String DURABLE = "tongbao.test.durable";

    /** Held here, because the logging system forgets loggers that nobody holds, and their levels with them. */
    private static final List<Logger> QUIET = Stream.of(
                    "org.apache.kafka", "kafka", "state.change.logger", "io.zonky", "com.icegreen", "no.nav", "okhttp3")
            .map(Logger::getLogger)
            .toList();

    private static final String SUFFIX = "-service";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String service = service();
        if (service == null || System.getProperty(TestControl.ADDRESS) != null) {
            return;
        }
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        var stack = EmbeddedStack.start(Options.forTests(service).durable(Boolean.getBoolean(DURABLE)));
        var control = new TestControl(stack);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            control.close();
                            stack.close();
                        },
                        "embedded-stop"));
        System.setProperty(SERVICE, service);
        System.setProperty(TestControl.ADDRESS, control.address());
        stack.environment(service).forEach(System::setProperty);
        // Modules are tested beside each other, and beside a running local stack.
        for (var door : List.of("quarkus.http.test-port", "quarkus.management.test-port")) {
            System.setProperty(door, System.getProperty(door, "0"));
        }
    }

    private static @Nullable String service() {
        String told = System.getProperty(SERVICE);
        if (told != null) {
            return told.isBlank() ? null : told;
        }
        var folder = Objects.toString(Path.of("").toAbsolutePath().getFileName(), "");
        if (folder.endsWith(SUFFIX)) {
            return folder.substring(0, folder.length() - SUFFIX.length());
        }
        return folder.equals("platform") ? folder : null;
    }
}
