package org.tongbao.escalation.notice.usecase;

/** Wakes the engine after a commit that made work for it; without it the work is found in the next period. */
public interface EngineWakeUp {
    void deliveries();
}
