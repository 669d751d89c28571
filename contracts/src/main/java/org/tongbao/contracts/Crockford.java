package org.tongbao.contracts;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Base 32 that people can read aloud (Crockford): no I, L, O, U, and what looks alike counts as the same. */
public final class Crockford {
    public static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    private Crockford() {}

    public static String encode(long value, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int position = length - 1; position >= 0; position--) {
            text.append(DIGITS.charAt((int) (value >>> position * BITS) & (DIGITS.length() - 1)));
        }
        return text.toString();
    }

    public static String random(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    /** As it would have been encoded: upper case, without spaces and hyphens, O as 0, I and L as 1. */
    public static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
