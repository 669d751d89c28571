package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongbao.escalation.domain.Crockford;
import org.tongbao.escalation.usecase.Letters.Letter;

/** Finds whose code was spoken on the phone. Ten wrong ones an hour close the letters of a notice. */
@ApplicationScoped
class SpokenCode {
    private static final int TRIES = 10;

    private final Letters letters;

    SpokenCode(Letters letters) {
        this.letters = letters;
    }

    /** What was found: whose letter it is, or why none. */
    record Found(
            @org.jspecify.annotations.Nullable Letter letter,
            @org.jspecify.annotations.Nullable Refusal refusal) {}

    /**
     * Within a transaction that has locked the notice; a wrong try is counted in it, so it must commit.
     *
     * @param among whose code may count
     */
    Uni<Found> find(UUID noticeId, String spoken, Predicate<Letter> among) {
        String code = Crockford.normal(spoken);
        return letters.ofNotice(noticeId).chain(all -> {
            List<Letter> asked = all.stream().filter(among).toList();
            if (asked.isEmpty() || asked.stream().allMatch(it -> it.tries() >= TRIES)) {
                return Uni.createFrom()
                        .item(new Found(null, asked.isEmpty() ? Refusal.WRONG_CODE : Refusal.TOO_MANY_TRIES));
            }
            return asked.stream()
                    .filter(it -> it.tries() < TRIES && LetterKeys.matches(it.id(), code, it.codeHash()))
                    .findFirst()
                    .map(it -> Uni.createFrom().item(new Found(it, null)))
                    .orElseGet(() -> count(asked));
        });
    }

    private Uni<Found> count(List<Letter> asked) {
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUniAndConcatenate(it -> letters.countTry(it.id()))
                .collect()
                .asList()
                .replaceWith(new Found(null, Refusal.WRONG_CODE));
    }
}
