package org.tongbao.intake.notice.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.event.NoticeOpened.Told;

class NoticeWordsTest {
    @Test
    void peopleAreToldInTheWordsOfBothLanguages() {
        var told = List.of(
                new Told("資安長丁", "ciso", "TPE", "mail"),
                new Told("資安長丁", "ciso", "TPE", "phone-task"),
                new Told("值勤台", "duty-desk", "TPE", "mail"));

        assertThat(NoticeWords.people(told).chinese()).isEqualTo("資安長丁（TPE 資安長）、值勤台（TPE 值勤台）");
        assertThat(NoticeWords.people(told).english()).isEqualTo("資安長丁 (TPE CISO), 值勤台 (TPE duty desk)");
    }

    @Test
    void anOutcomeKeepsWhatTheRelaySaid() {
        assertThat(NoticeWords.outcome("ACCEPTED", "250 OK").chinese()).isEqualTo("郵件伺服器已收下（250 OK）");
        assertThat(NoticeWords.outcome("SUPERSEDED", "notice-over").english()).isEqualTo("no longer needed");
        assertThat(NoticeWords.answer("REPLIED", "NOT_AFFECTED").chinese()).isEqualTo("已回復：未受影響");
    }

    @Test
    void aWordThatIsNotKnownStandsAsItIs() {
        assertThat(NoticeWords.because("SOMETHING_NEW").chinese()).isEqualTo("SOMETHING_NEW");
    }

    @Test
    void noClauseIsClaimedWhereNoneAsksForTheNotice() {
        assertThat(NoticeWords.clause("own-design")).isNull();
        assertThat(NoticeWords.clause("§12")).isEqualTo("§12");
    }
}
