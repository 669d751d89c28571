package org.tongbao.intake.timeline.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Language;
import org.tongbao.contracts.Text;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.platform.time.Times;

/**
 * @param what the sentence in the caller's language
 * @param why as stated by the actor
 */
record TimelineEntryView(
        String at,
        String kind,
        String who,
        @Nullable String agency,
        @Nullable String channel,
        String what,
        Sentence sentence,
        @Nullable String why,
        @Nullable String clause) {
    static TimelineEntryView of(TimelineEntry it, Language language) {
        Text sentence = it.sentence();
        return new TimelineEntryView(
                Times.text(it.at()),
                it.kind().name(),
                it.who(),
                it.whoAgency(),
                it.channel(),
                sentence.in(language),
                new Sentence(sentence.chinese(), sentence.english()),
                it.why(),
                it.clause());
    }

    record Sentence(
            @JsonProperty("zh-TW") String chinese,
            @JsonProperty("en") String english) {}
}
