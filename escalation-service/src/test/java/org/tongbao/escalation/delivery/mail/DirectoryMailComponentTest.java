package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.delivery.smtp.MailAddress;
import org.tongbao.escalation.delivery.smtp.OutgoingMail;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.escalation.directory.usecase.OutgoingDirectoryMessage;

/** The words of the directory's mails, whatever they are about. */
@QuarkusTest
class DirectoryMailComponentTest {
    private static final Instant NOW = Instant.parse("2026-11-20T04:10:00Z");
    private static final Pattern LEFT_OVER = Pattern.compile("\\{[a-z]|NOT_FOUND|null|Optional|\\$\\{");
    private static final String CODE = "7F3K9Q";
    private static final int LINE = 78;
    private static final DirectoryNotification.Shift SHIFT =
            new DirectoryNotification.Shift("reviewer", NOW, NOW.plus(Duration.ofHours(12)));

    @Inject
    DirectoryMailWriter writer;

    static Stream<OutgoingDirectoryMessage> allLetters() {
        return matters().flatMap(matter -> Stream.of("zh-TW", "en").map(language -> message(matter, language, "王小明")));
    }

    private static Stream<DirectoryNotification> matters() {
        var reason = new Text("沒有資安長（§10）：請登錄一位。", "There is no CISO (§10): file one.");
        var below = new DirectoryNotification.Below("某國小", null, 40);
        return Stream.of(
                new DirectoryNotification.CodeRequested(NOW.plus(Duration.ofHours(1))),
                new DirectoryNotification.ShiftStarting("reviewer", NOW, NOW.plus(Duration.ofHours(12)), null),
                new DirectoryNotification.ShiftStarting("reviewer", NOW, NOW.plus(Duration.ofHours(12)), "陳審核"),
                new DirectoryNotification.DutyChanged(List.of(SHIFT), List.of()),
                new DirectoryNotification.DutyChanged(List.of(SHIFT), Collections.nCopies(23, SHIFT)),
                new DirectoryNotification.AttestationDue(NOW.plus(Duration.ofDays(14))),
                new DirectoryNotification.AttestationDue(NOW.minus(Duration.ofDays(14))),
                new DirectoryNotification.ReadinessReported(75, List.of(reason), List.of(), 0),
                new DirectoryNotification.ReadinessReported(100, List.of(), List.of(below), 12));
    }

    @ParameterizedTest
    @MethodSource("allLetters")
    void everyLetterIsWhole(OutgoingDirectoryMessage message) {
        var letter = write(message);

        assertThat(letter.subject())
                .doesNotContainPattern(LEFT_OVER)
                .startsWith("[TLP:AMBER] ")
                .doesNotContain(CODE);
        assertThat(letter.text())
                .doesNotContainPattern(LEFT_OVER)
                .startsWith("TLP:AMBER\n")
                .doesNotContain("\n\n\n")
                .contains(letter.language().equals("en") ? "nothing to do" : "與任何資安事件無關");
        assertThat(letter.text().contains(CODE)).isEqualTo(message.code() != null);
        assertThat(letter.html())
                .doesNotContainPattern("\\{[a-z]|NOT_FOUND|>null<|Optional")
                .contains("lang=\"" + letter.language() + "\"")
                .doesNotContain("<img", "<script", "<link", "<a ", "url(", "@import");
        assertThat(letter.pressing()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("allLetters")
    void linesFitAnOldMailProgram(OutgoingDirectoryMessage message) {
        assertThat(write(message).text().lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                .as(line)
                .isLessThanOrEqualTo(LINE));
    }

    @Test
    void ofManyShiftsTwentyAreListedAndTheOthersCounted() {
        var letter = write(message(
                new DirectoryNotification.DutyChanged(List.of(), Collections.nCopies(23, SHIFT)), "en", "Wang"));

        assertThat(letter.text()
                        .lines()
                        .filter(it -> it.startsWith("- reviewer: Fri 20 Nov 12:10 to Sat 21 Nov 00:10")))
                .hasSize(20);
        assertThat(letter.text()).contains("- and 3 more").doesNotContain("New on your roster");
    }

    @Test
    void anAgencyThatIsReadyItselfIsToldOfThoseBelow() {
        var below = List.of(new DirectoryNotification.Below("某國小", "A School", 40));

        var letter =
                write(message(new DirectoryNotification.ReadinessReported(100, List.of(), below, 12), "en", "Wang"));

        assertThat(letter.subject())
                .isEqualTo("[TLP:AMBER] Directory: Agencies below yours that could not be reached: 12");
        assertThat(letter.text()).contains("- A School: 40 of 100\n- and 11 more");
    }

    @Test
    void whatPeopleAreCalledIsNoMarkupAndNoHeader() {
        String name = "<b>王</b>\r\nBcc: z@z.example.test\r\n\u202E{title}";
        var shift = new DirectoryNotification.ShiftStarting("reviewer", NOW, NOW.plus(Duration.ofHours(12)), name);

        var letter = write(message(shift, "zh-TW", name));

        assertThat(letter.html()).contains("&lt;b&gt;王&lt;/b&gt; Bcc").doesNotContain("<b>");
        assertThat(letter.text())
                .contains("代理請假的<b>王</b> Bcc: z@z.example.test {title}。")
                .doesNotContain("\nBcc", "\u202E");
        assertThat(letter.headers("Tongbao <tongbao@tongbao.example>").names()).doesNotContain("Bcc");
    }

    @Test
    void aLetterOfTheDirectoryBelongsToNoThread() {
        var letter = write(message(new DirectoryNotification.AttestationDue(NOW), "en", "Wang"));

        assertThat(letter.headers("Tongbao <tongbao@tongbao.example>").names())
                .contains("Message-ID", "Auto-Submitted")
                .doesNotContain("References", "In-Reply-To", "Importance");
    }

    private static OutgoingDirectoryMessage message(DirectoryNotification notification, String language, String name) {
        UUID id = UUID.randomUUID();
        var to = new Addressee(id, name, language, List.of(), "臺北市政府教育局", "Department of Education");
        return new OutgoingDirectoryMessage(
                id,
                "<" + id + "@tongbao.example>",
                to,
                "window@edu.example.test",
                notification,
                notification instanceof DirectoryNotification.CodeRequested ? CODE : null,
                false);
    }

    private OutgoingMail write(OutgoingDirectoryMessage message) {
        return writer.write(message, MailAddress.of(message.address()).orElseThrow(), NOW);
    }
}
