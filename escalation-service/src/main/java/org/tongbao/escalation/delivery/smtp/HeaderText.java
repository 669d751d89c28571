package org.tongbao.escalation.delivery.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;

/**
 * Text in a header, as encoded words of RFC 2047. The mail client folds long subjects with a bare line feed, which relays
 * refuse since SMTP smuggling is known, so we fold ourselves.
 */
public final class HeaderText {
    /** An encoded word may have 75 characters, 12 of them frame; base64 makes 4 of 3 bytes. */
    private static final int BYTES_IN_A_WORD = 45;

    private HeaderText() {}

    public static String encoded(String text) {
        var clean = clean(text);
        if (clean.chars().allMatch(c -> c < 0x7f) && clean.length() < 70 && !clean.contains("=?")) {
            return clean;
        }
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int character : clean.codePoints().toArray()) {
            var next = Character.toString(character);
            if (bytes(word.toString()).length + bytes(next).length > BYTES_IN_A_WORD) {
                words.add(word(word.toString()));
                word.setLength(0);
            }
            word.append(next);
        }
        words.add(word(word.toString()));
        return String.join("\r\n ", words);
    }

    public static String mailbox(String name, String address) {
        return name.isEmpty() ? address : encoded(name) + " <" + address + ">";
    }

    /** Controls, line breaks and marks that turn the writing direction become spaces. */
    public static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
    }
}
