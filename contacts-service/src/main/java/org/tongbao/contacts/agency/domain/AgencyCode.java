package org.tongbao.contacts.agency.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an agency is called in programs: {@code TPE-EDU}. */
public record AgencyCode(String value) implements Comparable<AgencyCode> {
    public static final int LONGEST = 40;

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");

    public AgencyCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("no agency code");
        }
    }

    public static Optional<AgencyCode> parse(String text) {
        return isCode(text) ? Optional.of(new AgencyCode(text)) : Optional.empty();
    }

    private static boolean isCode(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(AgencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
