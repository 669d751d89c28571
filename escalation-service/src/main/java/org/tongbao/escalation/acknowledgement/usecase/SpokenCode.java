package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Crockford;
import org.tongbao.escalation.acknowledgement.usecase.Credentials.Credential;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.platform.access.Caller;

/**
 * Finds whose code was spoken on the phone. Wrong ones cost whoever enters them and nobody else: no number of them closes a
 * letter, or the door of another caller.
 */
@ApplicationScoped
public class SpokenCode {
    private static final int MAX_WRONG_TRIES = 10;

    private final Credentials credentials;

    SpokenCode(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * For the desk that was told to call, which is never throttled. Within a transaction that has locked the notice.
     *
     * @param among whose code may count
     * @return empty when it is nobody's
     */
    public Uni<Optional<Credential>> find(UUID noticeId, String spoken, Predicate<Credential> among) {
        String code = Crockford.normal(spoken);
        return credentials.ofNotice(noticeId).map(all -> all.stream()
                .filter(among)
                .filter(it -> AcknowledgementTokens.matches(it.id(), code, it.codeHash()))
                .findFirst());
    }

    /**
     * For any caller, ten wrong ones an hour. Within a transaction that has locked the notice; a wrong try is counted in it,
     * so it must commit.
     */
    public Uni<Found> find(Caller caller, UUID noticeId, String spoken) {
        return credentials
                .wrongTries(noticeId, caller.subject())
                .chain(tries -> tries >= MAX_WRONG_TRIES
                        ? Uni.createFrom().item(new Found(null, Refusal.TOO_MANY_TRIES))
                        : find(noticeId, spoken, credential -> true).chain(found -> counted(caller, noticeId, found)));
    }

    /** What was found: whose credential it is, or why none. */
    public record Found(
            @Nullable Credential credential, @Nullable Refusal refusal) {}

    private Uni<Found> counted(Caller caller, UUID noticeId, Optional<Credential> found) {
        return found.isPresent()
                ? Uni.createFrom().item(new Found(found.get(), null))
                : credentials.countTry(noticeId, caller.subject()).replaceWith(new Found(null, Refusal.WRONG_CODE));
    }
}
