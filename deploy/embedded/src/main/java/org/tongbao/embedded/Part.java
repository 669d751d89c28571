package org.tongbao.embedded;

import java.util.Locale;

/** What the embedded stack is made of; each can be left out, stopped and started again alone. */
public enum Part {
    POSTGRES,
    KAFKA,
    SMTP,
    SMTP2,
    OIDC;

    public static Part named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
