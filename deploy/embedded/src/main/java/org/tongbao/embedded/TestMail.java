package org.tongbao.embedded;

import java.util.List;
import java.util.Map;

/** The mailboxes behind both relays, for tests in any class loader. */
public final class TestMail {
    private TestMail() {}

    /** Oldest first. */
    public static List<Mail> all() {
        return MailJson.readAll(ControlClient.call("mails", Map.of()));
    }

    /** Oldest first. */
    public static List<Mail> to(String address) {
        return MailJson.readAll(ControlClient.call("mails", Map.of("to", address)));
    }

    public static void clear() {
        ControlClient.call("clear-mails", Map.of());
    }
}
