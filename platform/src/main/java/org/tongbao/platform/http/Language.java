package org.tongbao.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** zh-TW first, English when it is asked for first. */
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

    /** The first language of {@code Accept-Language} that is spoken here. */
    public static Language of(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
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
