package org.tongbao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One launcher a folder. The system gives the lock back however the launcher ends. */
final class FolderLock implements AutoCloseable {
    /** What {@code --fresh} throws away; logs, the lock and the stamp of the build stay. */
    private static final List<String> DATA = List.of("postgres", "kafka", "mail", "tokens", Directory.STAMP);

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        var file = folder.resolve("lock");
        var owner = folder.resolve("pid");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                var pid = Files.exists(owner) ? Files.readString(owner).strip() : "?";
                throw new LocalStackException(
                        "已經在執行 · it runs already with the folder %s (pid %s); stop that one: kill %s"
                                .formatted(folder, pid, pid));
            }
            Files.writeString(owner, Long.toString(ProcessHandle.current().pid()));
            return new FolderLock(folder, channel);
        } catch (IOException e) {
            throw new LocalStackException("無法寫入資料夾 · cannot write to the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    void emptyFolder() {
        for (var name : DATA) {
            LocalStack.delete(folder.resolve(name));
            if (Files.exists(folder.resolve(name))) {
                throw new LocalStackException("無法清除 · cannot delete " + folder.resolve(name) + "; remove it by hand");
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
