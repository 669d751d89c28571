package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole scenario once more, as intake wrote it down: in order, who, when, by which channel, why, under which clause. */
final class TimelineChapter {
    private static final String ENGINE = "Tongbao";
    private static final String MESSAGE = " 的訊息：";
    private static final List<String> MAIN_EVENTS = List.of(
            "REPORTED",
            "NOTICE_OPENED",
            "NOTICE_ESCALATED",
            "NOTICE_ACKNOWLEDGED",
            "REVIEW_RELEVELED",
            "LEVEL_CHANGED",
            "RESPONDED",
            "CLOSING_RECEIVED",
            "CLOSED");

    private final DemoIncident demo;

    TimelineChapter(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        List<JsonNode> entries = entries();
        demo.narrator.blank();
        demo.narrator.line("時序 timeline（" + entries.size() + " 則 entries）");
        show(entries);
        inOrder(entries);
        complete(entries);
        checkNoOtherMail(entries);
    }

    // The last notices end only when their mails were taken over.
    private List<JsonNode> entries() {
        return Poll.until(
                        DemoIncident.DELIVERY_TIMEOUT, () -> Optional.of(read()).filter(this::isComplete))
                .orElseGet(this::read);
    }

    private boolean isComplete(List<JsonNode> entries) {
        return missing(entries).isEmpty();
    }

    private List<JsonNode> read() {
        List<JsonNode> entries = new ArrayList<>();
        demo.timeline().forEach(entries::add);
        return entries;
    }

    /** Ends of deliveries that follow each other and are the same stand in one line. */
    private void show(List<JsonNode> entries) {
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            int last = i;
            while (delivery(entry) && last + 1 < entries.size() && alike(entry, entries.get(last + 1))) {
                last++;
            }
            if (last == i) {
                show(entry);
            } else {
                demo.narrator.plain("%s  %d 則訊息 messages%s"
                        .formatted(Narrator.clock(DemoIncident.time(entry.path("at"))), last - i + 1, outcome(entry)));
                entries.subList(i, last + 1).forEach(each -> demo.narrator.line("  " + addressee(each)));
            }
            i = last;
        }
    }

    private static boolean delivery(JsonNode entry) {
        return entry.path("kind").asText().equals("DELIVERY_ENDED")
                && entry.at("/sentence/zh-TW").asText().contains(MESSAGE);
    }

    private static boolean alike(JsonNode one, JsonNode other) {
        return delivery(other) && outcome(one).equals(outcome(other));
    }

    private static String outcome(JsonNode entry) {
        String sentence = entry.at("/sentence/zh-TW").asText();
        return "：" + sentence.substring(sentence.indexOf(MESSAGE) + MESSAGE.length()) + marks(entry);
    }

    private static String addressee(JsonNode entry) {
        String sentence = entry.at("/sentence/zh-TW").asText();
        return sentence.substring(0, sentence.indexOf(MESSAGE)).replaceFirst("^對 ", "");
    }

    private void show(JsonNode entry) {
        demo.narrator.plain("%s  %s".formatted(Narrator.clock(DemoIncident.time(entry.path("at"))), chinese(entry)));
        demo.narrator.line(english(entry));
    }

    private static String chinese(JsonNode entry) {
        return who(entry) + " " + entry.at("/sentence/zh-TW").asText() + marks(entry);
    }

    private static String english(JsonNode entry) {
        return entry.at("/sentence/en").asText();
    }

    private static String who(JsonNode entry) {
        String who = entry.path("who").asText();
        String agency = entry.path("agency").asText("");
        boolean person = !who.equals(agency) && !who.equals(ENGINE);
        return agency.isEmpty() || !person ? who : who + "（" + agency + "）";
    }

    private static String marks(JsonNode entry) {
        var marks = new ArrayList<String>();
        text(entry, "channel").ifPresent(it -> marks.add("管道 " + it));
        text(entry, "why").ifPresent(it -> marks.add("理由 " + it));
        text(entry, "clause").ifPresent(it -> marks.add("依據 " + it));
        return marks.isEmpty() ? "" : " ［" + String.join("；", marks) + "］";
    }

    private static Optional<String> text(JsonNode entry, String field) {
        return Optional.of(entry.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private void inOrder(List<JsonNode> entries) {
        List<Instant> times = entries.stream()
                .map(entry -> DemoIncident.time(entry.path("at")))
                .toList();
        demo.checks.equal("時序由先到後", "in order of time", times.stream().sorted().toList(), times);
        demo.checks.equal("主要情節依序出現", "the main events follow each other", MAIN_EVENTS, mainEventsInOrder(entries));
    }

    /** The main events in the order found. */
    private static List<String> mainEventsInOrder(List<JsonNode> entries) {
        List<String> found = new ArrayList<>();
        int from = 0;
        for (String kind : MAIN_EVENTS) {
            for (int i = from; i < entries.size(); i++) {
                if (entries.get(i).path("kind").asText().equals(kind)) {
                    found.add(kind);
                    from = i + 1;
                    break;
                }
            }
        }
        return found;
    }

    private void complete(List<JsonNode> entries) {
        demo.checks.equal("該說的都說了", "nothing is left out", List.of(), missing(entries));
        demo.checks.equal(
                "每則都說得出是誰、何事",
                "each line says who and what",
                List.of(),
                entries.stream()
                        .filter(entry -> entry.path("who").asText().isBlank()
                                || entry.at("/sentence/zh-TW").asText().matches(".*\\{\\w+}.*")
                                || entry.at("/sentence/zh-TW").asText().isBlank())
                        .map(JsonNode::toString)
                        .toList());
    }

    /** Entries still missing: both agencies' acknowledgements, the answered call, every obligation met. */
    private List<String> missing(List<JsonNode> entries) {
        List<String> missing = new ArrayList<>();
        Map<String, Long> counts = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.path("kind").asText(), Collectors.counting()));
        require(
                missing,
                counts,
                "NOTICE_ACKNOWLEDGED",
                demo.people.notifiedAgencies(demo.participants.agency()).size());
        require(missing, counts, "LATERAL_NOTICE_MET", 1);
        require(missing, counts, "REVIEW_OPENED", 1);
        require(missing, counts, "CLOSED", 1);
        require(missing, counts, "RESPONDED", 3);
        long mails = entries.stream()
                .filter(entry -> entry.path("kind").asText().equals("DELIVERY_ENDED")
                        && entry.path("channel").asText().equals("mail"))
                .count();
        long received = demo.mailbox().all(mail -> true).size();
        if (mails != received) {
            missing.add("mails " + received + ", on the timeline " + mails);
        }
        if (demo.pace == Pace.FAST) {
            require(missing, counts, "OBLIGATION_OVERDUE", 1);
            require(
                    missing,
                    counts,
                    "NOTICE_ESCALATED",
                    3L
                            * demo.people
                                    .notifiedAgencies(demo.participants.agency())
                                    .size());
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
    private void checkNoOtherMail(List<JsonNode> entries) {
        List<NoticeMail> left = demo.mailbox().remaining();
        List<String> window = LevelChangeChapter.reporter(demo);
        List<NoticeMail> unexpected = left.stream()
                .filter(mail -> !(mail.subjectText().endsWith(MailSubject.DUE_SOON)
                                || mail.subjectText().endsWith(MailSubject.OVERDUE))
                        || !window.contains(mail.to()))
                .toList();
        demo.checks.equal(
                "信箱裡沒有別的信",
                "no other mail in any mailbox",
                List.of(),
                unexpected.stream()
                        .map(mail -> mail.to() + " " + mail.subject())
                        .toList());
        long reminders = demo.mailbox()
                .all(mail -> mail.subjectText().endsWith(MailSubject.DUE_SOON)
                        || mail.subjectText().endsWith(MailSubject.OVERDUE))
                .size();
        long reported = entries.stream()
                .filter(entry -> List.of("OBLIGATION_WARNED", "OBLIGATION_OVERDUE")
                        .contains(entry.path("kind").asText()))
                .count();
        demo.checks.equal(
                "期限提醒與時序相符",
                "as many reminders of limits as the timeline tells of",
                reported * window.size(),
                reminders);
        List<String> ids = demo.mailbox().all(mail -> true).stream()
                .map(NoticeMail::messageId)
                .toList();
        demo.checks.equal(
                "每封信只寄一次",
                "every mail came once",
                ids.stream().distinct().sorted().toList(),
                ids.stream().sorted().toList());
        demo.checks.equal(
                "信件依序寄達：緊急、確認、變更、結案",
                "mails came in order: urgent, taken, re-levelled, closed",
                phases().stream().sorted(Comparator.naturalOrder()).toList(),
                phases());
    }

    private List<Integer> phases() {
        List<String> notified = demo.notified.stream().map(Person::mail).toList();
        return demo.mailbox().all(mail -> phase(mail) > 0 && notified.contains(mail.to())).stream()
                .map(TimelineChapter::phase)
                .toList();
    }

    private static int phase(NoticeMail mail) {
        return switch (mail.subjectText()) {
            case MailSubject.URGENT, MailSubject.LATERAL -> 1;
            case MailSubject.ACKNOWLEDGED, MailSubject.ACKNOWLEDGED_ELSEWHERE -> 2;
            case MailSubject.LEVEL_CHANGED, MailSubject.LEVEL_DECIDED -> 3;
            case MailSubject.CLOSING_FILED -> 4;
            case MailSubject.CLOSED, MailSubject.CLOSING_RECEIVED -> 5;
            default -> 0;
        };
    }
}
