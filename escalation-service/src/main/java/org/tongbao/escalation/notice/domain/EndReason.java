package org.tongbao.escalation.notice.domain;

/** Why a notice is over. */
public enum EndReason {
    /** An information went out. */
    INFORMED,
    /** What it was about is settled, or its rule no longer applies. */
    SUPERSEDED,
    /** Everybody was notified and nobody acknowledged, or there is nobody to notify. */
    EXHAUSTED,
    /** The affected agency answered the phone or replied. */
    MET,
    /** The duty desk decided that the affected agencies are notified. */
    CONFIRMED,
    /** The duty desk decided that they are not notified. */
    DECLINED;

    /** Somebody did what the notice asked for. */
    public boolean done() {
        return this == MET || this == CONFIRMED || this == DECLINED;
    }
}
