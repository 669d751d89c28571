package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongbao.contracts.Crockford;
import org.tongbao.escalation.acknowledgement.usecase.Credentials.Credential;
import org.tongbao.escalation.usecase.Refusal;

/** Finds whose code was spoken on the phone. Ten wrong ones an hour close the credentials of a notice. */
@ApplicationScoped
public class SpokenCode {
    private static final int MAX_WRONG_TRIES = 10;

    private final Credentials credentials;

    SpokenCode(Credentials credentials) {
        this.credentials = credentials;
    }

    /** What was found: whose credential it is, or why none. */
    public record Found(
            @org.jspecify.annotations.Nullable Credential credential,
            @org.jspecify.annotations.Nullable Refusal refusal) {}

    /**
     * Within a transaction that has locked the notice; a wrong try is counted in it, so it must commit.
     *
     * @param among whose code may count
     */
    public Uni<Found> find(UUID noticeId, String spoken, Predicate<Credential> among) {
        String code = Crockford.normal(spoken);
        return credentials.ofNotice(noticeId).chain(all -> {
            List<Credential> asked = all.stream().filter(among).toList();
            if (asked.isEmpty() || asked.stream().allMatch(it -> it.wrongTries() >= MAX_WRONG_TRIES)) {
                return Uni.createFrom()
                        .item(new Found(null, asked.isEmpty() ? Refusal.WRONG_CODE : Refusal.TOO_MANY_TRIES));
            }
            return asked.stream()
                    .filter(it -> it.wrongTries() < MAX_WRONG_TRIES
                            && AcknowledgementTokens.matches(it.id(), code, it.codeHash()))
                    .findFirst()
                    .map(it -> Uni.createFrom().item(new Found(it, null)))
                    .orElseGet(() -> count(asked));
        });
    }

    private Uni<Found> count(List<Credential> asked) {
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUniAndConcatenate(it -> credentials.countTry(it.id()))
                .collect()
                .asList()
                .replaceWith(new Found(null, Refusal.WRONG_CODE));
    }
}
