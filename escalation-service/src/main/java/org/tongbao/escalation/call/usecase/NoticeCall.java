package org.tongbao.escalation.call.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.notice.domain.Unreached;

/**
 * A call that a notice asks for.
 *
 * @param unreached what reached nobody, where the notice tells that
 * @param state of its delivery: {@code PENDING} while it waits
 */
public record NoticeCall(
        UUID id,
        UUID noticeId,
        UUID incidentId,
        String number,
        String rule,
        Text title,
        String clause,
        int level,
        String tlp,
        boolean exercise,
        String recipientAgency,
        String name,
        String role,
        String agency,
        String agencyName,
        String language,
        String phone,
        String because,
        List<Unreached> unreached,
        @Nullable Instant answerDueAt,
        Instant createdAt,
        String state,
        @Nullable String outcome,
        @Nullable String resultByName,
        @Nullable Instant resultAt)
        implements PhoneTask {
    @Override
    public <T> T match(Function<NoticeCall, T> ofNotice, Function<DirectoryCall, T> ofDirectory) {
        return ofNotice.apply(this);
    }
}
