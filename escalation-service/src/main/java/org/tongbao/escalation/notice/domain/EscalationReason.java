package org.tongbao.escalation.notice.domain;

/** Why a ladder escalated. */
public enum EscalationReason {
    NOT_ACKNOWLEDGED,
    REFUSED,
    NOBODY_IN_ROLE,
    NOT_ANSWERED,
    ACKNOWLEDGEMENT_STALE
}
