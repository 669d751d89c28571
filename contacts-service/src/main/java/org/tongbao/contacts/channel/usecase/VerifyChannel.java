package org.tongbao.contacts.channel.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.people.usecase.ChangeBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** A code is typed back, or an administrator attests instead: from then on the address counts as one that reaches its person. */
@ApplicationScoped
public class VerifyChannel {
    private static final int MOST_TRIES = 5;

    private final Transactions transactions;
    private final OwnContact entries;
    private final ChannelCodes codes;
    private final ChangeBook changeBook;
    private final Clock clock;

    VerifyChannel(
            Transactions transactions, OwnContact entries, ChannelCodes codes, ChangeBook changeBook, Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.codes = codes;
        this.changeBook = changeBook;
        this.clock = clock;
    }

    /** An address with what shows that it reaches its person. */
    public record Verified(Channel channel, ChannelProof proof) {}

    private record Tried(@Nullable Verified proven, Refused.@Nullable Reason refusal) {
        static Tried refused(Refused.Reason reason) {
            return new Tried(null, reason);
        }

        Verified orRefuse() {
            if (proven == null) {
                throw new Refused(refusal == null ? Refused.Reason.NO_CODE : refusal);
            }
            return proven;
        }
    }

    /**
     * The same code twice proves the same.
     *
     * @throws Refused {@code NO_CODE}, {@code WRONG_CODE} or {@code TOO_MANY_TRIES}
     */
    public Uni<Verified> byCode(Caller caller, AgencyCode agency, UUID contact, String channel, String typed) {
        // A wrong try counts although it is refused, so the refusal comes after the commit.
        return transactions
                .as(caller, () -> entries.find(caller, agency, contact)
                        .chain(found -> codes.open(new ChannelCodes.Place(agency, contact, channel))
                                .chain(kept -> tryCode(caller, found, channel, kept, SpokenCode.typed(typed)))))
                .map(Tried::orRefuse);
    }

    private Uni<Tried> tryCode(
            Caller caller, OwnContact.Found found, String key, Optional<ChannelCodes.Kept> kept, SpokenCode typed) {
        Channel channel = found.channel(key);
        if (kept.isEmpty() || !kept.get().holds()) {
            return Uni.createFrom().item(Tried.refused(Refused.Reason.NO_CODE));
        }
        ChannelCodes.Kept code = kept.get();
        if (code.tries() >= MOST_TRIES) {
            return Uni.createFrom().item(Tried.refused(Refused.Reason.TOO_MANY_TRIES));
        }
        if (!typed.isThatOf(code)) {
            return codes.countTry(code.id()).replaceWith(Tried.refused(Refused.Reason.WRONG_CODE));
        }
        Optional<ChannelProof> known = found.book().proof(found.id(), channel);
        if (code.used() && known.isPresent()) {
            return Uni.createFrom().item(new Tried(new Verified(channel, known.get()), null));
        }
        return codes.use(code.id())
                .chain(() -> file(caller, found, channel, ChannelProof.By.CODE, null))
                .map(it -> new Tried(it, null));
    }

    /** For a directory admin, who answers for it. */
    public Uni<Verified> byAttestation(Caller caller, AgencyCode agency, UUID contact, String channel, String reason) {
        return transactions.as(caller, () -> entries.find(caller, agency, contact)
                .chain(found -> file(caller, found, found.channel(channel), ChannelProof.By.ATTESTED, reason)));
    }

    private Uni<Verified> file(
            Caller caller, OwnContact.Found found, Channel channel, ChannelProof.By by, @Nullable String reason) {
        Instant now = clock.now();
        var proof = new ChannelProof(found.id(), channel, now, by, caller.name(), reason);
        return changeBook
                .file(caller, found.book().agency(), null, proof, Precondition.ANYTHING, EffectiveTime.NOW)
                .replaceWith(new Verified(channel, proof));
    }
}
