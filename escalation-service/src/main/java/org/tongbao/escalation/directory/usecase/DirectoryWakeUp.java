package org.tongbao.escalation.directory.usecase;

/** Wakes the sender of directory messages after a commit; without it they are found in the next period. */
public interface DirectoryWakeUp {
    void messages();
}
