package org.tongbao.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All mail about one incident. Each letter is asked about once; what nobody asked about is left over in the end. */
final class Mailbox {
    private final Suite suite;
    private final String number;
    private final List<Letter> letters = new ArrayList<>();
    private final Set<Long> expected = new HashSet<>();
    private long last;

    Mailbox(Suite suite, String number) {
        this.suite = suite;
        this.number = number;
    }

    /** Such letters that nobody asked about yet, once these people have theirs or time is up. */
    List<Letter> arrived(Predicate<Letter> which, Collection<String> to, Duration patience) {
        Until.there(patience, () -> {
            List<String> there = left(which).stream().map(Letter::to).toList();
            return there.containsAll(to) ? Optional.of(there) : Optional.empty();
        });
        List<Letter> found = left(which);
        found.forEach(it -> expected.add(it.id()));
        return found;
    }

    private List<Letter> left(Predicate<Letter> which) {
        return left().stream().filter(which).toList();
    }

    /** What nobody asked about yet, in order of arrival. */
    List<Letter> left() {
        return all(it -> !expected.contains(it.id()));
    }

    List<Letter> all(Predicate<Letter> which) {
        look();
        return letters.stream().filter(which).toList();
    }

    private void look() {
        for (var mail : suite.mailsAfter(last)) {
            last = Math.max(last, mail.id());
            Letter.about(number, mail).ifPresent(letters::add);
        }
    }
}
