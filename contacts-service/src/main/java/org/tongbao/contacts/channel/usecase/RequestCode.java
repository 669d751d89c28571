package org.tongbao.contacts.channel.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.contacts.usecase.DirectoryNotifications;
import org.tongbao.contacts.usecase.DirectoryNotifications.Recipient;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Has a code sent to an address of a contact, by mail or spoken by the duty desk. The one before does not hold any more. */
@ApplicationScoped
public class RequestCode {
    private static final Duration VALID_FOR = Duration.ofHours(24);
    private static final int AN_HOUR = 5;

    private final Transactions transactions;
    private final OwnContact entries;
    private final ChannelCodes codes;
    private final DirectoryNotifications notifications;
    private final DirectoryJournal journal;

    RequestCode(
            Transactions transactions,
            OwnContact entries,
            ChannelCodes codes,
            DirectoryNotifications notifications,
            DirectoryJournal journal) {
        this.transactions = transactions;
        this.entries = entries;
        this.codes = codes;
        this.notifications = notifications;
        this.journal = journal;
    }

    /** What is on its way. */
    public record Requested(Channel channel, Instant validUntil) {}

    /**
     * @throws Refused {@code NO_CODE_FOR_CHANNEL}, or {@code TOO_MANY_TRIES} after five within an hour
     */
    public Uni<Requested> ask(Caller caller, AgencyCode agency, UUID contact, String channel) {
        return transactions.as(
                caller, () -> entries.find(caller, agency, contact).chain(found -> ask(caller, found, channel)));
    }

    private Uni<Requested> ask(Caller caller, OwnContact.Found found, String key) {
        Channel channel = found.channel(key);
        if (!channel.type().isNotifiable()) {
            throw new Refused(Refused.Reason.NO_CODE_FOR_CHANNEL);
        }
        UUID id = Ids.next();
        SpokenCode code = SpokenCode.next();
        var place = new ChannelCodes.Place(found.book().agency(), found.id(), key);
        return codes.put(place, id, code.hash(id), VALID_FOR)
                .invoke(put -> {
                    if (put.asks() > AN_HOUR) {
                        throw new Refused(Refused.Reason.TOO_MANY_TRIES);
                    }
                })
                .call(put -> notifications.code(
                        new Recipient(found.agency(), found.id(), found.contact()),
                        channel,
                        code.value(),
                        put.validUntil()))
                .call(() -> journal.record(
                        caller,
                        "channel-code-asked",
                        place.agency(),
                        Map.of("contact", place.contact(), "channel", place.channel())))
                .map(put -> new Requested(channel, put.validUntil()));
    }
}
