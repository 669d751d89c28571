package org.tongbao.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code smtp-source}: how fast the same sink takes mails from a program that does nothing else. */
final class PostfixSource {
    private final Path program;

    PostfixSource(Path program) {
        this.program = program;
    }

    /** Mails a second. */
    double send(int port, int mails, int sessions, int bytes) throws IOException, InterruptedException {
        var command = List.of(
                program.toString(),
                "-s",
                Integer.toString(sessions),
                "-m",
                Integer.toString(mails),
                "-l",
                Integer.toString(bytes),
                "-f",
                "tongbao@tongbao.example",
                "-t",
                "duty@example.test",
                "127.0.0.1:" + port);
        long began = System.nanoTime();
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException("smtp-source ended with " + exit);
        }
        return mails / seconds;
    }
}
