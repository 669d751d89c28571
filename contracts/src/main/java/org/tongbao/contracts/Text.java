package org.tongbao.contracts;

import java.util.Objects;

/** Words for people, in the two languages we speak. */
public record Text(String chinese, String english) {
    public Text {
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(english, "english");
    }

    public String in(Language language) {
        return switch (language) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }
}
