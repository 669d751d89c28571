package org.tongbao.intake.closing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;

class ClosingTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void itIsFiledOnce() {
        Closing filed = Closing.NONE.file(NOON);

        assertThat(filed.filedAt()).isEqualTo(NOON);
        assertThatThrownBy(() -> filed.file(NOON)).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.refusal())
                .isEqualTo(Refusal.CLOSING_ALREADY_FILED));
    }

    @Test
    void aQuestionedOneIsFiledAgain() {
        Closing questioned = Closing.NONE.file(NOON).question();

        assertThat(questioned.filed()).isFalse();
        assertThat(questioned.file(NOON.plusSeconds(60)).filedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void theFirstReceptionCounts() {
        Closing closed = Closing.NONE.file(NOON).close(NOON.plusSeconds(60)).close(NOON.plusSeconds(120));

        assertThat(closed.closedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(closed.filedAt()).isEqualTo(NOON);
    }

    @Test
    void aClosedOneIsNeitherFiledNorQuestioned() {
        Closing closed = Closing.NONE.close(NOON);

        assertThat(closed.question()).isEqualTo(closed);
        assertThatThrownBy(() -> closed.file(NOON)).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.refusal())
                .isEqualTo(Refusal.CLOSED));
    }
}
