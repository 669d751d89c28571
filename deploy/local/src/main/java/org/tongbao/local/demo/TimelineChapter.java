package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole story once more, as intake wrote it down: in order, who, when, by which channel, why, under which clause. */
final class TimelineChapter {
    private static final String ENGINE = "Tongbao";
    private static final String MESSAGE = " 的訊息：";
    private static final List<String> ALWAYS = List.of(
            "REPORTED",
            "NOTICE_OPENED",
            "NOTICE_ESCALATED",
            "NOTICE_ACKNOWLEDGED",
            "REVIEW_RELEVELED",
            "LEVEL_CHANGED",
            "RESPONDED",
            "CLOSING_RECEIVED",
            "CLOSED");

    private final Case it;

    TimelineChapter(Case it) {
        this.it = it;
    }

    void play() {
        List<JsonNode> lines = lines();
        it.tell.blank();
        it.tell.line("時序 timeline（" + lines.size() + " 則 entries）");
        show(lines);
        inOrder(lines);
        complete(lines);
        nothingElse(lines);
    }

    // The last notices end only when their mails were taken over.
    private List<JsonNode> lines() {
        return Until.there(Case.SOON, () -> Optional.of(read()).filter(this::told))
                .orElseGet(this::read);
    }

    private boolean told(List<JsonNode> lines) {
        return missing(lines).isEmpty();
    }

    private List<JsonNode> read() {
        List<JsonNode> lines = new ArrayList<>();
        it.timeline().forEach(lines::add);
        return lines;
    }

    /** Ends of deliveries that follow each other and are the same stand in one line. */
    private void show(List<JsonNode> lines) {
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            int last = i;
            while (delivery(line) && last + 1 < lines.size() && alike(line, lines.get(last + 1))) {
                last++;
            }
            if (last == i) {
                show(line);
            } else {
                it.tell.plain("%s  %d 則訊息 messages%s"
                        .formatted(Narrator.clock(Case.time(line.path("at"))), last - i + 1, outcome(line)));
                lines.subList(i, last + 1).forEach(each -> it.tell.line("  " + addressee(each)));
            }
            i = last;
        }
    }

    private static boolean delivery(JsonNode line) {
        return line.path("kind").asText().equals("DELIVERY_ENDED")
                && line.at("/sentence/zh-TW").asText().contains(MESSAGE);
    }

    private static boolean alike(JsonNode one, JsonNode other) {
        return delivery(other) && outcome(one).equals(outcome(other));
    }

    private static String outcome(JsonNode line) {
        String sentence = line.at("/sentence/zh-TW").asText();
        return "：" + sentence.substring(sentence.indexOf(MESSAGE) + MESSAGE.length()) + marks(line);
    }

    private static String addressee(JsonNode line) {
        String sentence = line.at("/sentence/zh-TW").asText();
        return sentence.substring(0, sentence.indexOf(MESSAGE)).replaceFirst("^對 ", "");
    }

    private void show(JsonNode line) {
        it.tell.plain("%s  %s".formatted(Narrator.clock(Case.time(line.path("at"))), chinese(line)));
        it.tell.line(english(line));
    }

    private static String chinese(JsonNode line) {
        return who(line) + " " + line.at("/sentence/zh-TW").asText() + marks(line);
    }

    private static String english(JsonNode line) {
        return line.at("/sentence/en").asText();
    }

    private static String who(JsonNode line) {
        String who = line.path("who").asText();
        String agency = line.path("agency").asText("");
        boolean person = !who.equals(agency) && !who.equals(ENGINE);
        return agency.isEmpty() || !person ? who : who + "（" + agency + "）";
    }

    private static String marks(JsonNode line) {
        var marks = new ArrayList<String>();
        text(line, "channel").ifPresent(it -> marks.add("管道 " + it));
        text(line, "why").ifPresent(it -> marks.add("理由 " + it));
        text(line, "clause").ifPresent(it -> marks.add("依據 " + it));
        return marks.isEmpty() ? "" : " ［" + String.join("；", marks) + "］";
    }

    private static Optional<String> text(JsonNode line, String field) {
        return Optional.of(line.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private void inOrder(List<JsonNode> lines) {
        List<Instant> times =
                lines.stream().map(line -> Case.time(line.path("at"))).toList();
        it.checks.same("時序由先到後", "in order of time", times.stream().sorted().toList(), times);
        it.checks.same("主要情節依序出現", "the main events follow each other", ALWAYS, inTurn(lines));
    }

    /** The main events that are found when each is looked for behind the one before. */
    private static List<String> inTurn(List<JsonNode> lines) {
        List<String> found = new ArrayList<>();
        int from = 0;
        for (String kind : ALWAYS) {
            for (int i = from; i < lines.size(); i++) {
                if (lines.get(i).path("kind").asText().equals(kind)) {
                    found.add(kind);
                    from = i + 1;
                    break;
                }
            }
        }
        return found;
    }

    private void complete(List<JsonNode> lines) {
        it.checks.same("該說的都說了", "nothing is left out", List.of(), missing(lines));
        it.checks.same(
                "每則都說得出是誰、何事",
                "each line says who and what",
                List.of(),
                lines.stream()
                        .filter(line -> line.path("who").asText().isBlank()
                                || line.at("/sentence/zh-TW").asText().matches(".*\\{\\w+}.*")
                                || line.at("/sentence/zh-TW").asText().isBlank())
                        .map(JsonNode::toString)
                        .toList());
    }

    /** What happened and is not told yet: both agencies' acknowledgements, the answered call, every obligation met. */
    private List<String> missing(List<JsonNode> lines) {
        List<String> missing = new ArrayList<>();
        Map<String, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(line -> line.path("kind").asText(), Collectors.counting()));
        require(
                missing,
                counts,
                "NOTICE_ACKNOWLEDGED",
                it.people.toldOf(it.cast.agency()).size());
        require(missing, counts, "LATERAL_NOTICE_MET", 1);
        require(missing, counts, "REVIEW_OPENED", 1);
        require(missing, counts, "CLOSED", 1);
        require(missing, counts, "RESPONDED", 3);
        long mails = lines.stream()
                .filter(line -> line.path("kind").asText().equals("DELIVERY_ENDED")
                        && line.path("channel").asText().equals("mail"))
                .count();
        long came = it.mailbox().all(letter -> true).size();
        if (mails != came) {
            missing.add("mails " + came + ", told of " + mails);
        }
        if (it.pace == Pace.FAST) {
            require(missing, counts, "OBLIGATION_OVERDUE", 1);
            require(
                    missing,
                    counts,
                    "NOTICE_ESCALATED",
                    3L * it.people.toldOf(it.cast.agency()).size());
        }
        return missing;
    }

    private static void require(List<String> missing, Map<String, Long> counts, String kind, long wanted) {
        long found = counts.getOrDefault(kind, 0L);
        if (found < wanted) {
            missing.add(kind + " " + found + " < " + wanted);
        }
    }

    /** Every mail about the case was expected, but for reminders of limits to the reporting agency; none came twice. */
    private void nothingElse(List<JsonNode> lines) {
        List<Letter> left = it.mailbox().left();
        List<String> window = LevelChapter.reporter(it);
        List<Letter> strange = left.stream()
                .filter(letter -> !(letter.topic().endsWith(Topic.WARNED)
                                || letter.topic().endsWith(Topic.OVERDUE))
                        || !window.contains(letter.to()))
                .toList();
        it.checks.same(
                "信箱裡沒有別的信",
                "no other mail in any mailbox",
                List.of(),
                strange.stream()
                        .map(letter -> letter.to() + " " + letter.subject())
                        .toList());
        long reminders = it.mailbox()
                .all(letter ->
                        letter.topic().endsWith(Topic.WARNED) || letter.topic().endsWith(Topic.OVERDUE))
                .size();
        long told = lines.stream()
                .filter(line -> List.of("OBLIGATION_WARNED", "OBLIGATION_OVERDUE")
                        .contains(line.path("kind").asText()))
                .count();
        it.checks.same(
                "期限提醒與時序相符", "as many reminders of limits as the timeline tells of", told * window.size(), reminders);
        List<String> ids =
                it.mailbox().all(letter -> true).stream().map(Letter::messageId).toList();
        it.checks.same(
                "每封信只寄一次",
                "every mail came once",
                ids.stream().distinct().sorted().toList(),
                ids.stream().sorted().toList());
        it.checks.same(
                "信件依序寄達：緊急、確認、變更、結案",
                "mails came in order: urgent, taken, re-levelled, closed",
                phases().stream().sorted(Comparator.naturalOrder()).toList(),
                phases());
    }

    private List<Integer> phases() {
        List<String> told = it.told.stream().map(Person::mail).toList();
        return it.mailbox().all(letter -> phase(letter) > 0 && told.contains(letter.to())).stream()
                .map(TimelineChapter::phase)
                .toList();
    }

    private static int phase(Letter letter) {
        return switch (letter.topic()) {
            case Topic.URGENT, Topic.LATERAL -> 1;
            case Topic.TAKEN, Topic.TAKEN_ELSEWHERE -> 2;
            case Topic.LEVEL_CHANGED, Topic.LEVEL_DECIDED -> 3;
            case Topic.CLOSING_FILED -> 4;
            case Topic.CLOSED, Topic.CLOSING_RECEIVED -> 5;
            default -> 0;
        };
    }
}
