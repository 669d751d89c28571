package org.tongbao.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/**
 * PostgreSQL refuses to run as root. The wrapper around it takes root's rights away with {@code unshare}, which many
 * containers forbid; then its programs are called through {@code setpriv} as the user nobody.
 */
final class Unprivileged implements PgBinaryResolver {
    private static final int NOBODY = 65_534;
    private static final int ROOT = 0;
    private static final int EXECUTABLE = 0b111_101_101;
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");

    private final Path binaries;

    private Unprivileged(Path binaries) {
        this.binaries = binaries;
    }

    static boolean needed() {
        return System.getProperty("os.name").startsWith("Linux")
                && uid(Path.of("/proc/self")) == ROOT
                && !LinuxUtils.isUnshareAvailable();
    }

    /**
     * @param binaries folder for the programs, read by everybody
     * @param data folder for the database, given to nobody
     */
    static PgBinaryResolver prepare(Path binaries, Path data) {
        if (!hasSetpriv()) {
            throw new EmbeddedStartException("PostgreSQL refuses to run as root, and neither unshare nor setpriv works"
                    + " here; start as an ordinary user");
        }
        demandReachable(data);
        giveToNobody(data);
        return new Unprivileged(binaries);
    }

    private static boolean hasSetpriv() {
        try {
            return new ProcessBuilder("setpriv", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void demandReachable(Path data) {
        try {
            for (var folder = data.toRealPath().getParent(); folder != null; folder = folder.getParent()) {
                if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    throw new EmbeddedStartException("PostgreSQL refuses to run as root, and the user nobody cannot"
                            + " reach " + data + " through " + folder
                            + "; start as an ordinary user, or keep the data elsewhere");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void giveToNobody(Path data) {
        try {
            if (uid(data) == NOBODY) {
                return;
            }
            try (var all = Files.walk(data)) {
                for (var path : all.toList()) {
                    Files.setAttribute(path, "unix:uid", NOBODY);
                    Files.setAttribute(path, "unix:gid", NOBODY);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Instead of the programs an archive of scripts that call them; it must be the same each time it is asked for. */
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        var real = unpacked(DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware));
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            for (var program : PROGRAMS) {
                byte[] script =
                        "#!/bin/sh\nexec setpriv --reuid=%1$d --regid=%1$d --clear-groups '%2$s/bin/%3$s' \"$@\"\n"
                                .formatted(NOBODY, real, program)
                                .getBytes(StandardCharsets.UTF_8);
                var entry = new TarArchiveEntry("bin/" + program);
                entry.setSize(script.length);
                entry.setMode(EXECUTABLE);
                entry.setModTime(0L);
                tar.putArchiveEntry(entry);
                tar.write(script);
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** Safe with two processes at the same time. */
    private Path unpacked(InputStream archive) throws IOException {
        var target = binaries.resolve("programs");
        Files.createDirectories(binaries);
        var complete = target.resolve(".complete");
        try (var channel = FileChannel.open(
                        binaries.resolve("programs.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            if (lock.isValid() && !Files.exists(complete)) {
                unpack(tar, target);
                Files.createFile(complete);
            }
        }
        return target;
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("leaves its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                Files.setPosixFilePermissions(path, permissions(entry.getMode()));
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        boolean executable = (mode & 0b001_000_000) != 0;
        return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    }
}
