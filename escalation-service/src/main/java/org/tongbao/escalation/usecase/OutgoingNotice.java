package org.tongbao.escalation.usecase;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.domain.ToldBecause;

/**
 * One message to one person, with everything its wording needs. It holds no incident content.
 *
 * @param messageId the whole Message-ID with angle brackets, the same in every attempt
 * @param rule key of the notice rule, such as {@code urgent-notice}
 * @param title what the rule is called
 * @param tlp TLP 2.0 mark such as {@code AMBER+STRICT}
 * @param dueAt what the recipient must keep, null when nothing is due
 * @param clause why the notice is sent
 * @param secondRelay whether to begin with the second relay, since the first has not taken it for long
 * @param acknowledgement null for an information
 * @param because why this person is told now
 * @param obligation what the obligation is called that {@code facts} name, null when there is none
 */
public record OutgoingNotice(
        UUID deliveryId,
        UUID noticeId,
        UUID incidentId,
        String messageId,
        String rule,
        Text title,
        Recipient to,
        String number,
        int level,
        String tlp,
        @Nullable Instant dueAt,
        String clause,
        boolean exercise,
        boolean secondRelay,
        @Nullable Acknowledgement acknowledgement,
        ToldBecause because,
        Facts facts,
        @Nullable Text obligation) {

    OutgoingNotice with(Acknowledgement other) {
        return new OutgoingNotice(
                deliveryId,
                noticeId,
                incidentId,
                messageId,
                rule,
                title,
                to,
                number,
                level,
                tlp,
                dueAt,
                clause,
                exercise,
                secondRelay,
                other,
                because,
                facts,
                obligation);
    }

    OutgoingNotice naming(Text name) {
        return new OutgoingNotice(
                deliveryId,
                noticeId,
                incidentId,
                messageId,
                rule,
                title,
                to,
                number,
                level,
                tlp,
                dueAt,
                clause,
                exercise,
                secondRelay,
                acknowledgement,
                because,
                facts,
                name);
    }

    /**
     * @param address of the channel: a mail address, a number
     * @param language {@code zh-TW} or {@code en}
     * @param role he is told in, such as {@code ciso}
     * @param agency code of the agency he belongs to
     */
    public record Recipient(
            String name,
            String address,
            String language,
            String role,
            String agency,
            String agencyName,
            @Nullable String agencyNameEnglish) {}

    /**
     * @param link page of the acknowledgement, the token in its fragment
     * @param code short code, typed on the same page or spoken on the phone
     */
    public record Acknowledgement(URI link, String code) {}

    /**
     * What the notice is about, as far as a mail may say it. Each is null where it does not apply.
     *
     * @param takenBy who acknowledged
     * @param levelBefore with a changed level
     * @param levelAfter with a changed or decided level
     * @param obligation key of the obligation that is near, overdue or met
     * @param percent of its limit that has passed
     * @param outcome word of the event, such as {@code CONFIRMED}, {@code RELEVELED}, {@code OVERDUE}
     */
    public record Facts(
            @Nullable TakenBy takenBy,
            @Nullable Integer levelBefore,
            @Nullable Integer levelAfter,
            @Nullable String obligation,
            @Nullable Integer percent,
            @Nullable String outcome) {
        public static final Facts NONE = new Facts(null, null, null, null, null, null);
    }

    /** Who took it, and when. */
    public record TakenBy(String name, String role, String agency, Instant at) {}
}
