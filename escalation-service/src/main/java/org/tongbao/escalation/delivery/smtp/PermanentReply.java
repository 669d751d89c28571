package org.tongbao.escalation.delivery.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A 5xx after the relay let us in: about the recipient, or about the relay that says it, its policy and what it thinks of
 * the sender. The enhanced status (RFC 3463) says which; without one the code and, for a code that serves both, the words.
 */
record PermanentReply(int code, String text) {
    private static final Pattern ENHANCED = Pattern.compile("\\b5\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final int ADDRESS = 1;
    private static final int MAILBOX = 2;

    /** The address statuses that are about the sender's: syntax, and a system that takes no mail. */
    private static final Set<Integer> SENDERS_ADDRESS = Set.of(7, 8);

    /** No mailbox, not local, full, no such name, no mail for this domain (RFC 5321, RFC 7504). */
    private static final Set<Integer> ABOUT_RECIPIENT = Set.of(550, 551, 552, 553, 556);

    private static final List<String> WORDS_OF_A_RELAY =
            List.of("relay", "authent", "policy", "sender", "blocked", "blacklist", "denied", "not permitted");

    boolean concernsRecipient() {
        var enhanced = ENHANCED.matcher(text);
        if (enhanced.find()) {
            int subject = Integer.parseInt(enhanced.group(1));
            int detail = Integer.parseInt(enhanced.group(2));
            if (subject != 0) {
                return subject == MAILBOX || (subject == ADDRESS && !SENDERS_ADDRESS.contains(detail));
            }
        }
        var words = text.toLowerCase(Locale.ROOT);
        return ABOUT_RECIPIENT.contains(code) && WORDS_OF_A_RELAY.stream().noneMatch(words::contains);
    }
}
