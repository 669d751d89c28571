package org.tongbao.intake.notice.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.event.NoticeOpened.Told;

class NoticeTextsTest {
    @Test
    void peopleAreToldInTheWordsOfBothLanguages() {
        var told = List.of(
                new Told("資安長丁", "ciso", "TPE", "mail"),
                new Told("資安長丁", "ciso", "TPE", "phone-task"),
                new Told("值勤台", "duty-desk", "TPE", "mail"));

        assertThat(NoticeTexts.people(told).chinese()).isEqualTo("資安長丁（TPE 資安長）、值勤台（TPE 值勤台）");
        assertThat(NoticeTexts.people(told).english()).isEqualTo("資安長丁 (TPE CISO), 值勤台 (TPE duty desk)");
    }

    @Test
    void anOutcomeKeepsWhatTheRelaySaid() {
        assertThat(NoticeTexts.outcome("ACCEPTED", "250 OK").chinese()).isEqualTo("郵件伺服器已收下（250 OK）");
        assertThat(NoticeTexts.outcome("SUPERSEDED", "notice-over").english()).isEqualTo("no longer needed");
        assertThat(NoticeTexts.answer("REPLIED", "NOT_AFFECTED").chinese()).isEqualTo("已回復：未受影響");
    }

    @Test
    void aWordThatIsNotKnownStandsAsItIs() {
        assertThat(NoticeTexts.because("SOMETHING_NEW").chinese()).isEqualTo("SOMETHING_NEW");
    }

    @Test
    void noClauseIsClaimedWhereNoneAsksForTheNotice() {
        assertThat(NoticeTexts.clause("own-design")).isNull();
        assertThat(NoticeTexts.clause("§12")).isEqualTo("§12");
    }
}
