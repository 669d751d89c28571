package org.tongbao.escalation.notice.usecase;

import org.tongbao.contracts.procedure.Occasion;

/** An occasion with what its event says. */
public record Trigger(Occasion occasion, TriggerDetails details) {}
