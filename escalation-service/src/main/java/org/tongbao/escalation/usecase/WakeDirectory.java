package org.tongbao.escalation.usecase;

/** Wakes whoever sends what the directory says, after a commit; without it the work is found at the next beat. */
public interface WakeDirectory {
    void messages();
}
