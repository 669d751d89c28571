package org.tongbao.escalation.domain;

/** Why a ladder went on. */
public enum Because {
    NOT_ACKNOWLEDGED,
    REFUSED,
    NOBODY_IN_ROLE,
    NOT_ANSWERED,
    ACKNOWLEDGEMENT_STALE
}
