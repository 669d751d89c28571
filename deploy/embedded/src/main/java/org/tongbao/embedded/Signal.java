package org.tongbao.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes a process stand still, as a machine that swaps or a disk that hangs does, and go on. */
public enum Signal {
    /** The process keeps its sockets and answers nothing. */
    STOP,
    CONT;

    /** Returns when the signal is sent. Where there is no {@code kill}, fails with {@link EmbeddedStartException}. */
    public void send(List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name()));
        processes.forEach(it -> command.add(Long.toString(it.pid())));
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new EmbeddedStartException("%s ended with %d".formatted(String.join(" ", command), exit));
            }
        } catch (IOException e) {
            throw new EmbeddedStartException("cannot run kill: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while sending " + name(), e);
        }
    }
}
