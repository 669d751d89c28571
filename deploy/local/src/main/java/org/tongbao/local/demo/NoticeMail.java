package org.tongbao.local.demo;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongbao.embedded.Mail;

/**
 * A mail about the incident, as its reader understands it.
 *
 * @param subjectText what the subject says behind the number, without the limit
 * @param due the limit in the subject, empty without one
 */
record NoticeMail(
        long id, Instant at, String to, String subject, String subjectText, String due, String text, String messageId) {
    private static final Pattern SUBJECT =
            Pattern.compile("\\[TLP:([^\\]]+)\\] 資安事件 (\\S+)：(.*?)(（(?:期限|已逾期限) [^（）]*）)?");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>]+/api/v1/ack/([0-9a-fA-F-]{36})#(\\S+)");
    private static final Pattern CODE = Pattern.compile("確認碼: *(\\S+)");
    private static final Pattern WHY = Pattern.compile("為何通知您: *(.+)");
    private static final Pattern CLAUSE = Pattern.compile("依據: *(.+)");

    /** The mail, when it is about this incident. */
    static Optional<NoticeMail> about(String number, Mail mail) {
        Matcher subject = SUBJECT.matcher(mail.subject());
        if (!mail.subject().contains(number)) {
            return Optional.empty();
        }
        boolean ours = subject.matches() && subject.group(2).equals(number);
        String due = ours && subject.group(4) != null ? subject.group(4) : "";
        return Optional.of(new NoticeMail(
                mail.id(),
                mail.receivedAt(),
                mail.to(),
                mail.subject(),
                ours ? subjectText(subject.group(3)) : mail.subject(),
                due,
                mail.text() == null ? "" : mail.text(),
                mail.messageId()));
    }

    private static String subjectText(String text) {
        return text.replaceFirst("^已由[^「」]+確認收悉$", MailSubject.ACKNOWLEDGED);
    }

    /** The page behind the link and the secret in its fragment. */
    record Link(String path, String token) {}

    Link link() {
        Matcher found = LINK.matcher(text);
        if (!found.find()) {
            throw new ScenarioAborted("信中沒有確認連結 no acknowledgement link in the mail to " + to + ": " + subject);
        }
        return new Link("/api/v1/ack/" + found.group(1), found.group(2));
    }

    String code() {
        Matcher found = CODE.matcher(text);
        if (!found.find()) {
            throw new ScenarioAborted("信中沒有確認碼 no code in the mail to " + to + ": " + subject);
        }
        return found.group(1);
    }

    String why() {
        return first(WHY);
    }

    String clause() {
        return first(CLAUSE);
    }

    private String first(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1).strip() : "";
    }
}
