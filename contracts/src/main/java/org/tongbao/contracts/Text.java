package org.tongbao.contracts;

import java.util.Locale;
import java.util.Objects;

/** Words for people, in the two languages we speak. */
public record Text(String chinese, String english) {
    public Text {
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(english, "english");
    }

    /** As within a sentence: the English begins with a small letter, unless its first word is an abbreviation. */
    public Text withinSentence() {
        boolean abbreviation = english.length() > 1 && Character.isUpperCase(english.charAt(1));
        return english.isEmpty() || abbreviation
                ? this
                : new Text(chinese, english.substring(0, 1).toLowerCase(Locale.ROOT) + english.substring(1));
    }

    public String in(Language language) {
        return switch (language) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }
}
