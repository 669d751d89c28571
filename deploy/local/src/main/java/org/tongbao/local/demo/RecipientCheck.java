package org.tongbao.local.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares actual with expected recipients on both channels, and prints them. */
final class RecipientCheck {

    private final DemoIncident demo;

    RecipientCheck(DemoIncident demo) {
        this.demo = demo;
    }

    /** By mail and by a phone task each, on this step. The mails. */
    List<NoticeMail> check(
            String subjectText, LadderPosition position, List<Person> expected, String chinese, String english) {
        List<NoticeMail> mails = check(
                mail -> mail.subjectText().equals(subjectText) && position.explains(mail),
                addresses(expected),
                chinese,
                english);
        demo.checks.equal(
                "電話任務：同一批人，各一則",
                "phone tasks: the same people, one each",
                sorted(expected.stream().map(PhoneTasks::shown).toList()),
                sorted(demo.phone.newTasks(demo.id(), MailSubject.ruleKey(subjectText), position, expected.size())));
        return mails;
    }

    /** By mail alone. */
    List<NoticeMail> checkMail(String subjectText, Collection<String> expected, String chinese, String english) {
        return check(mail -> mail.subjectText().equals(subjectText), expected, chinese, english);
    }

    private List<NoticeMail> check(
            Predicate<NoticeMail> which, Collection<String> expected, String chinese, String english) {
        List<NoticeMail> mails = demo.mailbox().await(which, expected, DemoIncident.DELIVERY_TIMEOUT);
        show(mails);
        demo.checks.equal(
                "信件：" + chinese,
                "mail: " + english,
                sorted(expected),
                sorted(mails.stream().map(NoticeMail::to).toList()));
        demo.checks.that(
                "每封信說明依據與原因",
                "every mail says the clause and why this person",
                !mails.isEmpty() && mails.stream().allMatch(RecipientCheck::explained),
                "依據、為何通知您",
                mails.stream().map(mail -> mail.clause() + " / " + mail.why()).toList());
        return mails;
    }

    /** Where no clause asks for the mail, none is claimed. */
    private static boolean explained(NoticeMail mail) {
        return !mail.why().isEmpty()
                && mail.clause().isEmpty()
                        == MailSubject.WITHOUT_CLAUSE
                                .matcher(mail.subjectText())
                                .find();
    }

    /** Mails that say the same stand together. */
    private void show(List<NoticeMail> mails) {
        Map<List<String>, List<NoticeMail>> alike = mails.stream()
                .collect(Collectors.groupingBy(
                        mail -> List.of(mail.subject(), mail.why()), LinkedHashMap::new, Collectors.toList()));
        alike.forEach((words, group) -> {
            demo.narrator.plain("%s  ✉ %s".formatted(Narrator.clock(group.get(0).at()), words.get(0)));
            demo.narrator.line("  為何通知 why：" + words.get(1));
            group.forEach(mail -> demo.narrator.line("  → " + mail.to() + "  " + demo.people.nameByMail(mail.to())));
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
