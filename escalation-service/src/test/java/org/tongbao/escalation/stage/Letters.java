package org.tongbao.escalation.stage;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.TestMail;

/** Mails in the real mailboxes, and what a person takes from them. */
public final class Letters {
    private static final Pattern LINK = Pattern.compile("/api/v1/ack/([0-9a-f-]{36})#([A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("(?m)\\b([0-9A-HJKMNP-TV-Z]{3}[- ]?[0-9A-HJKMNP-TV-Z]{3})\\b");

    private Letters() {}

    /** The mails to this person that carry this incident's thread, oldest first. */
    public static List<Mail> to(UUID incident, String address) {
        return TestMail.to(address).stream()
                .filter(it -> it.headers().toString().contains(incident.toString()))
                .toList();
    }

    public static Mail first(UUID incident, String address) {
        return Look.soon()
                .until(() -> to(incident, address), found -> !found.isEmpty())
                .get(0);
    }

    public static UUID id(Mail mail) {
        return UUID.fromString(link(mail).group(1));
    }

    public static String token(Mail mail) {
        return link(mail).group(2);
    }

    /** The code, the first line that holds nothing else of its form. */
    public static String code(Mail mail) {
        Matcher matcher = CODE.matcher(Objects.requireNonNull(mail.text()).replace(Incidents.NUMBER, ""));
        if (!matcher.find()) {
            throw new AssertionError("no code in " + mail.text());
        }
        return matcher.group(1);
    }

    private static Matcher link(Mail mail) {
        Matcher matcher = LINK.matcher(Objects.requireNonNull(mail.text()));
        if (!matcher.find()) {
            throw new AssertionError("no link in " + mail.text());
        }
        return matcher;
    }
}
