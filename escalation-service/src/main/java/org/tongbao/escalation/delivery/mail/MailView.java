package org.tongbao.escalation.delivery.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates show, in one language, every sentence complete.
 *
 * @param tlp such as {@code TLP:AMBER}
 * @param tlpMeaning who may read it
 * @param exercise null in a real incident
 * @param what happened
 * @param code to be typed in or read to somebody; null in most mails
 * @param facts number, level and limit, in reading order
 * @param listings what takes more than a line
 * @param details the rest of what is known, for a second look
 * @param action null for an information that nobody needs to acknowledge
 */
public record MailView(
        String language,
        String subject,
        String tlp,
        String tlpMeaning,
        @Nullable String exercise,
        String title,
        String what,
        @Nullable Code code,
        List<Fact> facts,
        List<Listing> listings,
        List<Fact> details,
        Section todo,
        @Nullable Action action,
        String login,
        String footer) {

    /**
     * @param pressing shown so that it is seen first
     */
    public record Fact(String label, String value, boolean pressing) {}

    /**
     * @param validity until when it counts
     * @param warning what nobody may make of it
     */
    public record Code(String label, String code, String validity, String warning) {
        Code wrapped() {
            return new Code(label, code, wrap(validity), wrap(warning));
        }
    }

    public record Listing(String label, List<String> items) {
        Listing wrapped() {
            return new Listing(label, items.stream().map(MailView::wrap).toList());
        }
    }

    public record Section(String label, String text) {
        Section wrapped() {
            return new Section(label, hanging(label, text));
        }
    }

    /**
     * @param link page with the button, the token in its fragment
     * @param silence what happens when nobody acts
     */
    public record Action(
            String link,
            String button,
            String buttonHint,
            String codeLabel,
            String code,
            String codeHint,
            String personal,
            String silence) {
        Action wrapped() {
            return new Action(
                    link, button, wrap(buttonHint), codeLabel, code, wrap(codeHint), wrap(personal), wrap(silence));
        }
    }

    private static final int LINE = 76;

    /** With lines that fit an old mail program, as far as there are spaces to break at. */
    MailView wrapped() {
        return new MailView(
                language,
                subject,
                tlp,
                tlpMeaning,
                exercise == null ? null : wrap(exercise),
                title,
                wrap(what),
                code == null ? null : code.wrapped(),
                wrapped(facts),
                listings.stream().map(Listing::wrapped).toList(),
                wrapped(details),
                todo.wrapped(),
                action == null ? null : action.wrapped(),
                wrap(login),
                wrap(footer));
    }

    private static List<Fact> wrapped(List<Fact> facts) {
        return facts.stream()
                .map(fact -> new Fact(fact.label(), hanging(fact.label(), fact.value()), fact.pressing()))
                .toList();
    }

    /** Wrapped as a line that begins with its label. */
    private static String hanging(String label, String text) {
        return wrap(label + ": " + text).substring(label.length() + 2);
    }

    private static String wrap(String text) {
        var lines = new StringBuilder();
        int column = 0;
        for (var word : text.split(" ")) {
            if (column > 0 && column + 1 + word.length() > LINE) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
