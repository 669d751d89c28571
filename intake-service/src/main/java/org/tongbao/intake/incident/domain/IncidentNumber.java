package org.tongbao.intake.incident.domain;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.tongbao.contracts.Crockford;

/**
 * What people read and speak of an incident, such as {@code 2026-7F3K-9Q2C}: the year, seven random characters and a check
 * character, in Crockford's base 32, which knows no I, L, O and U. It names no agency and cannot be guessed.
 */
public record IncidentNumber(String value) {
    private static final int BASE = Crockford.DIGITS.length();
    private static final int RANDOM_CHARACTERS = 7;
    private static final Pattern SHAPE = Pattern.compile("\\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    public static IncidentNumber draw(int year, RandomGenerator random) {
        String drawn = Crockford.random(random, RANDOM_CHARACTERS);
        String characters = drawn + check(year + drawn);
        return new IncidentNumber(year + "-" + characters.substring(0, 4) + "-" + characters.substring(4));
    }

    /** Whether the text has the shape of a number and its check character fits: one wrong character never passes. */
    public static boolean isValid(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        String characters = text.replace("-", "");
        int last = characters.length() - 1;
        return check(characters.substring(0, last)) == characters.charAt(last);
    }

    // Luhn's algorithm with 32 as its base.
    private static char check(String characters) {
        int sum = 0;
        int factor = 2;
        for (int i = characters.length() - 1; i >= 0; i--) {
            int product = factor * Crockford.DIGITS.indexOf(characters.charAt(i));
            sum += product / BASE + product % BASE;
            factor = 3 - factor;
        }
        return Crockford.DIGITS.charAt((BASE - sum % BASE) % BASE);
    }
}
