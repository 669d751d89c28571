package org.tongbao.contracts;

import java.util.List;
import java.util.Locale;

/** The languages we speak: zh-TW first, English when it is asked for first. */
public enum Language {
    CHINESE("zh-TW"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** The first of these that is spoken here, such as those of {@code Accept-Language}. */
    public static Language of(List<Locale> preferred) {
        for (Locale locale : preferred) {
            switch (locale.getLanguage()) {
                case "zh" -> {
                    return CHINESE;
                }
                case "en" -> {
                    return ENGLISH;
                }
                default -> {
                    // another language: look on
                }
            }
        }
        return CHINESE;
    }
}
