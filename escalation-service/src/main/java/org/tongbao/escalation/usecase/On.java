package org.tongbao.escalation.usecase;

import org.tongbao.contracts.procedure.Occasion;

/** An occasion with what its event says. */
public record On(Occasion occasion, Circumstances circumstances) {}
