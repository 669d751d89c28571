package org.tongbao.escalation.delivery.smtp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bare addr-spec. Display names, angle brackets, quotes and controls are not let in: the mail client takes what stands in
 * angle brackets for the recipient, so an address with a line break and brackets would send the mail to somebody else.
 */
public record MailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern ADDR_SPEC =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final int LONGEST_LOCAL_PART = 64;

    public static Optional<MailAddress> of(String text) {
        return text.length() <= LONGEST
                        && text.indexOf('@') <= LONGEST_LOCAL_PART
                        && ADDR_SPEC.matcher(text).matches()
                ? Optional.of(new MailAddress(text))
                : Optional.empty();
    }

    /** Of a configured sender such as {@code 通報 <notice@example.test>}. */
    public static String withoutName(String sender) {
        int open = sender.lastIndexOf('<');
        int close = sender.lastIndexOf('>');
        return open >= 0 && close > open ? sender.substring(open + 1, close).strip() : sender.strip();
    }

    public static String nameOf(String sender) {
        int open = sender.lastIndexOf('<');
        return open > 0 ? sender.substring(0, open).replace("\"", "").strip() : "";
    }
}
