package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.MultiMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient, ready to go.
 *
 * @param messageId with angle brackets, the same in every attempt
 * @param thread what mails that mail programs show together have in common; null for one that stands alone
 * @param pressing whether mail programs should show it as important
 */
public record OutgoingMail(
        MailAddress to,
        String messageId,
        @Nullable String thread,
        String language,
        String subject,
        boolean pressing,
        String text,
        String html) {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?A-~]{1,120}@[A-Za-z0-9.-]{1,120}>");

    public OutgoingMail {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("not a Message-ID");
        }
    }

    /**
     * All mails of one thread refer to the same (never sent) first message. It stands under the domain of the Message-ID,
     * whoever the sender is.
     */
    public MultiMap headers(String sender) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("From", HeaderText.mailbox(MailAddress.nameOf(sender), MailAddress.withoutName(sender)))
                .add("Subject", HeaderText.encoded(subject))
                .add("Message-ID", messageId)
                .add("Auto-Submitted", "auto-generated")
                .add("X-Auto-Response-Suppress", "All")
                .add("Content-Language", language);
        if (thread != null) {
            var domain = messageId.substring(messageId.indexOf('@') + 1, messageId.length() - 1);
            var first = "<%s@%s>".formatted(thread, domain);
            headers.add("References", first).add("In-Reply-To", first);
        }
        return pressing ? headers.add("Importance", "high").add("X-Priority", "1") : headers;
    }
}
