package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * The duty that was published for somebody is not what it was.
 *
 * @param added what is new, by start
 * @param removed what is not so any more, by start
 */
public record DutyChanged(String agency, Addressee to, List<Shift> added, List<Shift> removed)
        implements DirectoryMessage {
    public DutyChanged {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * @param role such as {@code reviewer}
     * @param until exclusive
     */
    public record Shift(String role, Instant from, Instant until) {}
}
