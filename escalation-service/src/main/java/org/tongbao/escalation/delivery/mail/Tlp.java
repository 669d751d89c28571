package org.tongbao.escalation.delivery.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** TLP 2.0. */
enum Tlp {
    RED("RED"),
    AMBER_STRICT("AMBER+STRICT"),
    AMBER("AMBER"),
    GREEN("GREEN"),
    CLEAR("CLEAR");

    private final String mark;

    Tlp(String mark) {
        this.mark = mark;
    }

    String mark() {
        return mark;
    }

    /** With or without the prefix {@code TLP:}. Empty when it is no mark of TLP 2.0. */
    static Optional<Tlp> of(String text) {
        var wanted = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^TLP:", "");
        return Arrays.stream(values()).filter(tlp -> tlp.mark.equals(wanted)).findFirst();
    }
}
