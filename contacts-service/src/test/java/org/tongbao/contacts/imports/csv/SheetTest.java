package org.tongbao.contacts.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private static final int MANY = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aRowKnowsItsLineAlsoBehindLineBreaksInQuotesAndEmptyLines(String end) {
        Sheet sheet = Sheet.read("name,mail" + end + "甲,\"a@b.tw\nc@d.tw\"" + end + end + "\"乙 \"\"二\"\"\",x", MANY);

        assertThat(sheet.rows()).extracting(Sheet.Row::line).containsExactly(1L, 2L, 5L);
        assertThat(sheet.rows().get(1).cells()).containsExactly("甲", "a@b.tw\nc@d.tw");
        assertThat(sheet.rows().get(2).cells()).containsExactly("乙 \"二\"", "x");
        assertThat(sheet.brokenAt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n\"3,4\n5,6\n", "a,b\n1,2\n\"3\"x,4\n"})
    void aQuoteThatIsNotClosedOrHasTextBehindItIsNamedByItsLine(String text) {
        Sheet sheet = Sheet.read(text, MANY);

        assertThat(sheet.brokenAt()).isEqualTo(3);
        assertThat(sheet.rows()).hasSize(2);
    }

    @Test
    void theFirstRowOverTheLimitIsNamed() {
        assertThat(Sheet.read("a\n1\n2\n", 2).tooMany()).isZero();
        assertThat(Sheet.read("a\n1\n2\n3\n", 2).tooMany()).isEqualTo(4);
    }

    @Test
    void textIsUtf8WithOrWithoutMarkOrBig5() throws Exception {
        String text = "機關,姓名\n教育局,許功蓋";

        assertThat(SheetText.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(SheetText.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(SheetText.of(text.getBytes(Charset.forName("x-windows-950"))))
                .isEqualTo(text);
        assertThat(SheetText.of(new byte[0])).isEmpty();
    }

    @Test
    void textThatIsNeitherIsRefusedWithTheFirstWrongByte() {
        byte[] file = "name\n甲,x".getBytes(StandardCharsets.UTF_8);
        file[6] = (byte) 0xff;

        assertThatThrownBy(() -> SheetText.of(file)).isInstanceOfSatisfying(SheetText.Unreadable.class, it -> {
            assertThat(it.line()).isEqualTo(2);
            assertThat(it.position()).isBetween(6, 7);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+886-2", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''+1"})
    void whatASpreadsheetWouldRunGetsAnApostropheAndLosesItAgain(String cell) {
        assertThat(Formula.guarded(cell)).isEqualTo("'" + cell);
        assertThat(Formula.runs(Formula.guarded(cell))).isFalse();
        assertThat(Formula.unguarded(Formula.guarded(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "甲", "'甲'", "a=b", "1+1"})
    void whatItWouldNotRunIsLeftAlone(String cell) {
        assertThat(Formula.guarded(cell)).isEqualTo(cell);
        assertThat(Formula.unguarded(cell)).isEqualTo(cell);
    }

    @Property(tries = 300)
    void aRowThatIsWrittenAndReadSaysTheSame(
            @ForAll @Size(min = 2, max = 5)
                    List<@Chars({'a', '甲', '"', '\'', ',', '=', '+', '\n', ' ', ';'}) String> cells)
            throws Exception {
        String file = SheetWriter.MARK
                + SheetWriter.row(List.of("x"))
                + SheetWriter.row(cells)
                + SheetWriter.row(List.of("x"));

        Sheet sheet = Sheet.read(SheetText.of(file.getBytes(StandardCharsets.UTF_8)), MANY);

        if (cells.stream().anyMatch(it -> !it.isBlank())) {
            assertThat(sheet.rows().get(1).cells().stream().map(Formula::unguarded))
                    .containsExactlyElementsOf(cells);
        }
        assertThat(sheet.rows().get(sheet.rows().size() - 1).cells()).containsExactly("x");
    }
}
