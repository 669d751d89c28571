package org.tongbao.local.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares who was told with who should have been, and shows both channels to the reader. */
final class Telling {

    private final Case it;

    Telling(Case it) {
        this.it = it;
    }

    /** By mail and by a phone task each, on this step. The mails. */
    List<Letter> check(String topic, Rung rung, List<Person> expected, String chinese, String english) {
        List<Letter> letters = check(
                letter -> letter.topic().equals(topic) && rung.explains(letter), addresses(expected), chinese, english);
        it.checks.same(
                "電話任務：同一批人，各一則",
                "phone tasks: the same people, one each",
                sorted(expected.stream().map(PhoneTasks::shown).toList()),
                sorted(it.phone.newTasks(it.id(), Topic.rule(topic), rung, expected.size())));
        return letters;
    }

    /** By mail alone. */
    List<Letter> checkMail(String topic, Collection<String> expected, String chinese, String english) {
        return check(letter -> letter.topic().equals(topic), expected, chinese, english);
    }

    private List<Letter> check(Predicate<Letter> which, Collection<String> expected, String chinese, String english) {
        List<Letter> letters = it.mailbox().arrived(which, expected, Case.SOON);
        show(letters);
        it.checks.same(
                "信件：" + chinese,
                "mail: " + english,
                sorted(expected),
                sorted(letters.stream().map(Letter::to).toList()));
        it.checks.holds(
                "每封信說明依據與原因",
                "every mail says the clause and why this person",
                !letters.isEmpty() && letters.stream().allMatch(Telling::explained),
                "依據、為何通知您",
                letters.stream()
                        .map(letter -> letter.clause() + " / " + letter.why())
                        .toList());
        return letters;
    }

    /** Where no clause asks for the mail, none is claimed. */
    private static boolean explained(Letter letter) {
        return !letter.why().isEmpty()
                && letter.clause().isEmpty()
                        == Topic.OF_OUR_OWN.matcher(letter.topic()).find();
    }

    /** Letters that say the same stand together. */
    private void show(List<Letter> letters) {
        Map<List<String>, List<Letter>> alike = letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> List.of(letter.subject(), letter.why()), LinkedHashMap::new, Collectors.toList()));
        alike.forEach((words, group) -> {
            it.tell.plain("%s  ✉ %s".formatted(Narrator.clock(group.get(0).at()), words.get(0)));
            it.tell.line("  為何通知 why：" + words.get(1));
            group.forEach(letter -> it.tell.line("  → " + letter.to() + "  " + it.people.nameByMail(letter.to())));
        });
    }

    private static List<String> addresses(List<Person> people) {
        return people.stream().map(Person::mail).toList();
    }

    private static List<String> sorted(Collection<String> texts) {
        List<String> all = new ArrayList<>(texts);
        return all.stream().sorted().collect(Collectors.toList());
    }
}
