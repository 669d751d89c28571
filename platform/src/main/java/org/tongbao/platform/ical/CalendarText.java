package org.tongbao.platform.ical;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;

/** A calendar as text, its lines folded at 75 octets. */
public final class CalendarText {
    private static final String BREAK = "\r\n";
    private static final int LONGEST = 75;

    private CalendarText() {}

    /** Not validated: a calendar without an event is a calendar, too. */
    public static String of(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString());
    }

    // The library folds by characters, in the middle of one beyond the basic plane too; RFC 5545 asks for 75 octets.
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int octets = 0;
        for (int character : text.replace(BREAK + " ", "").codePoints().toArray()) {
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (character != '\r' && character != '\n' && octets + length > LONGEST) {
                folded.append(BREAK).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = character == '\n' ? 0 : octets + length;
        }
        return folded.toString();
    }
}
