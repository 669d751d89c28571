package org.tongbao.escalation.mail;

import io.vertx.core.MultiMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One mail to one recipient, ready to go.
 *
 * @param messageId with angle brackets, the same in every attempt
 * @param pressing whether mail programs should show it as important
 */
record Letter(
        MailAddress to,
        String messageId,
        UUID incidentId,
        String language,
        String subject,
        boolean pressing,
        String text,
        String html) {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?A-~]{1,120}@[A-Za-z0-9.-]{1,120}>");

    Letter {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("not a Message-ID");
        }
    }

    /**
     * All mails of one incident refer to the same (never sent) first message, so that mail programs show them together. It
     * stands under the domain of the Message-ID, whoever the sender is.
     */
    MultiMap headers(String sender) {
        var domain = messageId.substring(messageId.indexOf('@') + 1, messageId.length() - 1);
        var thread = "<incident-%s@%s>".formatted(incidentId, domain);
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("From", HeaderText.mailbox(MailAddress.nameOf(sender), MailAddress.withoutName(sender)))
                .add("Subject", HeaderText.encoded(subject))
                .add("Message-ID", messageId)
                .add("References", thread)
                .add("In-Reply-To", thread)
                .add("Auto-Submitted", "auto-generated")
                .add("X-Auto-Response-Suppress", "All")
                .add("Content-Language", language);
        return pressing ? headers.add("Importance", "high").add("X-Priority", "1") : headers;
    }
}
