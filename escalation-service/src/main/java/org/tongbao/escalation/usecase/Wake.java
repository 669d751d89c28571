package org.tongbao.escalation.usecase;

/** Wakes the engine after a commit that made work for it; without it the work is found at the next beat. */
public interface Wake {
    void deliveries();

    void ladders();
}
