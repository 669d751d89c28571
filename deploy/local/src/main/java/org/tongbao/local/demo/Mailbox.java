package org.tongbao.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All mail about one incident. Each mail is claimed by one check; what remains was not expected. */
final class Mailbox {
    private final Suite suite;
    private final String number;
    private final List<NoticeMail> mails = new ArrayList<>();
    private final Set<Long> expected = new HashSet<>();
    private long last;

    Mailbox(Suite suite, String number) {
        this.suite = suite;
        this.number = number;
    }

    /** Claims matching mail, once all recipients have theirs or on timeout. */
    List<NoticeMail> await(Predicate<NoticeMail> which, Collection<String> to, Duration timeout) {
        Poll.until(timeout, () -> {
            List<String> there = remaining(which).stream().map(NoticeMail::to).toList();
            return there.containsAll(to) ? Optional.of(there) : Optional.empty();
        });
        List<NoticeMail> found = remaining(which);
        found.forEach(it -> expected.add(it.id()));
        return found;
    }

    private List<NoticeMail> remaining(Predicate<NoticeMail> which) {
        return remaining().stream().filter(which).toList();
    }

    /** Mail that no check has claimed, in order of arrival. */
    List<NoticeMail> remaining() {
        return all(it -> !expected.contains(it.id()));
    }

    List<NoticeMail> all(Predicate<NoticeMail> which) {
        fetch();
        return mails.stream().filter(which).toList();
    }

    private void fetch() {
        for (var mail : suite.mailsAfter(last)) {
            last = Math.max(last, mail.id());
            NoticeMail.about(number, mail).ifPresent(mails::add);
        }
    }
}
