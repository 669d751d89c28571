package org.tongbao.escalation.directory.usecase;

/** Wakes whoever sends what the directory says, after a commit; without it the work is found at the next task. */
public interface DirectoryWakeUp {
    void messages();
}
