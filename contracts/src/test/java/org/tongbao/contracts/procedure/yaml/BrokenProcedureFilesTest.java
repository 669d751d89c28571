package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongbao.contracts.procedure.Procedures;

class BrokenProcedureFilesTest {
    /** What is written in the good file, what stands there instead, and what is said of it. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("met-by: report-filed", "met-bye: report-filed", new String[] {
                    "small.yaml:17: obligations/report: \"met-by\" is missing",
                    "small.yaml:23: obligations/report: unknown key \"met-bye\", did you mean \"met-by\"?"
                }),
                arguments("document: a procedure for tests", "document: [a, b]", new String[] {
                    "small.yaml:3: \"document\" must be a plain value, is a list"
                }),
                arguments("document: a procedure for tests", "document: 113", new String[] {
                    "small.yaml:3: \"document\" must be text, is \"113\""
                }),
                arguments("valid-from: 2026-01-01", "valid-from: 2026-02-30", new String[] {
                    "small.yaml:4: \"valid-from\" must be a date like 2026-01-31, is \"2026-02-30\""
                }),
                arguments("extends-to-workday: false", "extends-to-workday: perhaps", new String[] {
                    "small.yaml:5: \"extends-to-workday\" must be true or false, is \"perhaps\""
                }),
                arguments("  clause: §3\n", "", new String[] {"small.yaml:27: review: \"clause\" is missing"}),
                arguments("    force: must\n", "    force: must\n    owner: review\n", new String[] {
                    "small.yaml:22: obligations/report: key \"owner\" is here twice, first in line 19"
                }),
                arguments("anchor: aware", "anchor: awere", new String[] {
                    "small.yaml:22: obligations/report: unknown anchor \"awere\", did you mean \"aware\"?"
                }),
                arguments("to: superior", "to: boss-of-all", new String[] {
                    "small.yaml:44: notices/urgent-notice: unknown relation \"boss-of-all\", known are reporting-agency,"
                            + " superior, supervising, city-bureau, sector-authority, receiving, competent-authority,"
                            + " reviewing, next-reviewing, affected, already-told"
                }),
                arguments("recipients: reviewer@duty", "recipients: [ciso, reviwer@duty]", new String[] {
                    "small.yaml:45: notices/urgent-notice: unknown role \"reviwer\", did you mean \"reviewer\"?"
                }),
                arguments("[mail, phone-task]", "[mail, pigeon]", new String[] {
                    "small.yaml:46: notices/urgent-notice: unknown channel \"pigeon\", known are mail, phone-task, sms,"
                            + " webhook"
                }),
                arguments("on: incident-reported", "on: incident-reportet", new String[] {
                    "small.yaml:42: notices/urgent-notice: unknown occasion \"incident-reportet\", did you mean"
                            + " \"incident-reported\"?"
                }),
                arguments("ladder: urgent", "ladder: urgnt", new String[] {
                    "small.yaml:48: notices/urgent-notice: unknown ladder \"urgnt\", did you mean \"urgent\"?"
                }),
                arguments("    ladder: urgent\n", "", new String[] {
                    "small.yaml:39: notices/urgent-notice: \"proof\" and \"ladder\" belong together: an information has"
                            + " neither"
                }),
                arguments("3-4: {within: 10s,", "4: {within: 10s,", new String[] {
                    "small.yaml:24: obligations/report: no limit for level 3"
                }),
                arguments("3-4: {within: 10s,", "2-4: {within: 10s,", new String[] {
                    "small.yaml:26: obligations/report/limits: level 2 is here twice"
                }),
                arguments("within: 20s", "within: 20 seconds", new String[] {
                    "small.yaml:25: obligations/report/limits/1-2: \"20 seconds\" is no limit; write it like 36h, 1"
                            + " month, 3 days inclusive or none"
                }),
                arguments("1-2: {within: 20s, clause: §2(一)}", "1-2: 20s", new String[] {
                    "small.yaml:25: obligations/report/limits: \"clause\" is missing, here or for the whole obligation"
                }),
                arguments("clause: §2(二)", "clause: point 2", new String[] {
                    "small.yaml:26: obligations/report/limits/3-4: \"point 2\" is no clause; write it like §15(二),"
                            + " 附件一, 第6條第1項 or own-design"
                }),
                arguments("wait: {1-4: 4s}", "wait: {1-3: 4s}", new String[] {
                    "small.yaml:37: ladders/urgent/steps/1: no wait for level 4"
                }),
                arguments("acknowledgement: any", "acknowledgement: quorum", new String[] {
                    "small.yaml:33: ladders/urgent: \"quorum\" belongs to the acknowledgement \"quorum\", and to no other"
                }),
                arguments("to: notice-recipients", "to: roles", new String[] {
                    "small.yaml:37: ladders/urgent/steps/1: \"roles\" belongs to a step to \"roles\", and to no other"
                }),
                arguments(
                        "{level: 2, business: [non-core, core, core-ci], tol",
                        "{level: 2, business: core, tol",
                        new String[] {
                            "small.yaml:13: matrix: no sentence of availability covers business non-core,"
                                    + " tolerable-interruption beyond",
                            "small.yaml:13: matrix: no sentence of availability covers business core-ci,"
                                    + " tolerable-interruption beyond"
                        }),
                arguments("{level: 2, business", "{level: 5, business", new String[] {
                    "small.yaml:15: matrix/availability/2: no level 5"
                }),
                arguments(
                        "tasks: {evidence: incident-commander}", "tasks: {evidense: incident-commander}", new String[] {
                            "small.yaml:55: team/tasks: unknown task \"evidense\", did you mean \"evidence\"?"
                        }),
                arguments("report-window: {clause", "report-windows: {clause", new String[] {
                    "small.yaml:50: contacts: unknown role \"report-windows\", did you mean \"report-window\"?"
                }),
                arguments("{rules: [obligations/report]}", "{rules: [obligations/reprot]}", new String[] {
                    "small.yaml:62: requirements/S9-01: unknown rule \"obligations/reprot\", did you mean"
                            + " \"obligations/report\"?"
                }),
                arguments("{rules: [obligations/report]}", "{}", new String[] {
                    "small.yaml:62: requirements/S9-01: needs rules, or a reason why there are none"
                }),
                arguments("name: {zh: 小, en: Small}", "name: {zh: 小, en: Small", new String[] {
                    "small.yaml:3: no YAML: expected ',' or '}', but got :"
                }),
                arguments("name: {zh: 小, en: Small}", "name: &a {zh: *a, en: Small}", new String[] {
                    "small.yaml:1: no YAML: Number of aliases for non-scalar nodes exceeds the specified max=0"
                }),
                arguments("id: small", "id: Small Procedure", new String[] {
                    "small.yaml:1: \"id\" must be lower-case letters, digits and hyphens, is \"Small Procedure\""
                }));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void aMistakeIsNamedWithFileLineAndRule(String good, String bad, String[] said) {
        String text = goodFile();
        assertThat(text).containsOnlyOnce(good);

        WrongProcedureFile wrong = refusal(text.replace(good, bad));

        assertThat(wrong.mistakes()).extracting(Mistake::toString).containsExactly(said);
        assertThat(wrong).hasMessage(String.join("\n", said));
    }

    @Test
    void theGoodFileIsGood() {
        assertThat(ProcedureFiles.read("small.yaml", goodFile()).id()).isEqualTo("small");
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        String text = goodFile()
                .replace("anchor: aware", "anchor: awere")
                .replace("within: 20s", "within: soon")
                .replace("chain: receiving", "chain: reciving");

        assertThat(refusal(text).mistakes()).extracting(Mistake::line).containsExactly(22, 25, 29);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refusal("# nothing\n")).hasMessage("small.yaml:1: the file is empty");
    }

    @Test
    void aListIsNoProcedure() {
        assertThat(refusal("- a\n")).hasMessage("small.yaml:1: must be a mapping, is a list");
    }

    @Test
    void aFolderOverridesByIdAndTheOldVersionStaysKnownByItsHash(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), goodFile().replace("id: small", "id: tw-2026"));
        Files.writeString(folder.resolve("notes.txt"), "not read");

        Procedures procedures = ProcedureFiles.shippedAnd(folder);

        assertThat(procedures.byId("tw-2026").orElseThrow().document()).isEqualTo("a procedure for tests");
        String shippedHash =
                ProcedureFiles.shipped().byId("tw-2026").orElseThrow().hash();
        assertThat(procedures.byHash(shippedHash)).isPresent();
    }

    @Test
    void anOldVersionIsFoundByItsHashOnly() {
        var old = ProcedureFiles.read("old", goodFile().replace("id: small", "id: tw-2026"));

        Procedures procedures = ProcedureFiles.shipped().withOldVersions(List.of(old));

        assertThat(procedures.byHash(old.hash())).contains(old);
        assertThat(procedures.byId("tw-2026"))
                .isEqualTo(ProcedureFiles.shipped().byId("tw-2026"));
    }

    @Test
    void aFolderIsRefusedWithTheMistakesOfAllItsFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), goodFile().replace("anchor: aware", "anchor: x"));
        Files.writeString(folder.resolve("b.yaml"), "[");

        var wrong = catchThrowableOfType(WrongProcedureFile.class, () -> ProcedureFiles.shippedAnd(folder));

        assertThat(wrong.mistakes())
                .extracting(Mistake::file)
                .containsExactly(
                        folder.resolve("a.yaml").toString(),
                        folder.resolve("b.yaml").toString());
    }

    @Test
    void layoutAndCommentsDoNotChangeTheHash() {
        String relaid = "# a comment\n" + goodFile().replace("{zh: 小, en: Small}", "\n  zh: 小\n  en: 'Small'");

        assertThat(ProcedureFiles.read("relaid", relaid).hash())
                .isEqualTo(ProcedureFiles.read("small.yaml", goodFile()).hash());
    }

    @Test
    void anotherRuleIsAnotherHash() {
        assertThat(ProcedureFiles.read("other", goodFile().replace("10s", "11s"))
                        .hash())
                .isNotEqualTo(ProcedureFiles.read("small.yaml", goodFile()).hash());
    }

    private static WrongProcedureFile refusal(String text) {
        return catchThrowableOfType(WrongProcedureFile.class, () -> ProcedureFiles.read("small.yaml", text));
    }

    private static String goodFile() {
        try (var file = BrokenProcedureFilesTest.class.getResourceAsStream("/procedures/small.yaml")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
