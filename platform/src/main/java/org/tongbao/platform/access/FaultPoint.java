package org.tongbao.platform.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A named moment at which a kill test wants this process to die. Does nothing unless {@code tongbao.fault.point} names the
 * moment; then it leaves a line in {@code tongbao.fault.file}, which proves that the moment was reached, and stands still
 * until the process is killed. While that file exists nothing stops, so the next process does what this one could not.
 */
@ApplicationScoped
public class FaultPoint {
    private final Optional<String> point;
    private final Optional<String> file;

    FaultPoint(
            @ConfigProperty(name = "tongbao.fault.point") Optional<String> point,
            @ConfigProperty(name = "tongbao.fault.file") Optional<String> file) {
        this.point = point;
        this.file = file;
    }

    public Uni<Void> reach(String moment) {
        if (point.isEmpty() || !point.get().equals(moment) || Files.exists(trace())) {
            return Uni.createFrom().voidItem();
        }
        leaveTrace(moment);
        return Uni.createFrom().nothing();
    }

    private void leaveTrace(String moment) {
        try {
            Files.writeString(
                    trace(),
                    moment + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path trace() {
        return Path.of(file.orElseThrow(() -> new IllegalStateException("tongbao.fault.file is missing")));
    }
}
