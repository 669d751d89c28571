package org.tongbao.escalation.notice.domain;

/** Why a notice is over. */
public enum EndReason {
    /** An information went out. */
    INFORMED,
    /** What it was about is settled, or its rule no longer applies. */
    SUPERSEDED,
    /** Everybody was told and nobody acknowledged, or there is nobody to tell. */
    EXHAUSTED,
    /** The affected agency answered the phone or replied. */
    MET,
    /** The duty desk said that the affected agencies are told. */
    CONFIRMED,
    /** The duty desk said that they are not told. */
    DECLINED;

    /** Somebody did what the notice asked for. */
    public boolean done() {
        return this == MET || this == CONFIRMED || this == DECLINED;
    }
}
