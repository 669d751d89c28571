package org.tongbao.escalation.delivery.usecase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementLink;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.notice.usecase.NoticeFacts;

/**
 * One message to one person, with everything its wording needs. It holds no incident content.
 *
 * @param messageId the whole Message-ID with angle brackets, the same in every attempt
 * @param rule key of the notice rule, such as {@code urgent-notice}
 * @param title what the rule is called
 * @param tlp TLP 2.0 mark such as {@code AMBER+STRICT}
 * @param dueAt what the recipient must keep, null when nothing is due
 * @param clause why the notice is sent
 * @param secondRelay whether to begin with the second relay, since the first has not accepted it for long
 * @param acknowledgement null for an information
 * @param because why this person is notified now
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
        @Nullable AcknowledgementLink acknowledgement,
        RecipientReason because,
        NoticeFacts facts,
        @Nullable Text obligation) {

    OutgoingNotice with(AcknowledgementLink other) {
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
     * @param role he is notified in, such as {@code ciso}
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
}
