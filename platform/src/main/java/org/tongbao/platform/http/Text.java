package org.tongbao.platform.http;

/** One sentence for people in both languages. */
public record Text(String chinese, String english) {
    public String in(Language language) {
        return language == Language.ENGLISH ? english : chinese;
    }
}
