package org.tongbao.contacts.ledger.usecase;

import java.util.stream.Collectors;
import org.tongbao.contacts.domain.Refused;

/** Why a change was refused when its time came, as the ledger keeps it. */
final class Refusal {
    private Refusal() {}

    /** {@code in-use}, or {@code cycle TPE, unknown-agency HUA}. */
    static String text(Refused no) {
        return no.errors().isEmpty()
                ? no.reason().key()
                : no.errors().stream()
                        .map(it -> (it.reason().key() + " " + it.subject()).strip())
                        .collect(Collectors.joining(", "));
    }
}
