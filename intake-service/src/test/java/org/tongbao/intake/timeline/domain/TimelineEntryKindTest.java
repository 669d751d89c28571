package org.tongbao.intake.timeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineEntryKindTest {
    @Test
    void aReviewWithALimitNamesIt() {
        var sentence =
                TimelineEntryKind.REVIEW_OPENED.sentence(Map.of("authority", "TPE-DOIT", "due", "2026-11-20 10:00"));

        assertThat(sentence.chinese()).isEqualTo("等候 TPE-DOIT 審核，期限 2026-11-20 10:00");
        assertThat(sentence.english()).isEqualTo("waits for the review by TPE-DOIT, due 2026-11-20 10:00");
    }

    @Test
    void aReviewWithoutALimitSaysNothingOfOne() {
        var sentence = TimelineEntryKind.REVIEW_OPENED.sentence(Map.of("authority", "TPE-DOIT"));

        assertThat(sentence.chinese()).isEqualTo("等候 TPE-DOIT 審核");
        assertThat(sentence.english()).isEqualTo("waits for the review by TPE-DOIT");
    }

    @Test
    void bracketsInAWordStay() {
        var sentence = TimelineEntryKind.AFFECTED_NAMED.sentence(Map.of("affected", "[甲] 機關"));

        assertThat(sentence.chinese()).isEqualTo("指明受影響機關 [甲] 機關");
    }
}
