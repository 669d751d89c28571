package org.tongbao.contacts.readiness.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.duty.domain.ActingDuty;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.ContactBook;

/**
 * 可聯繫程度: whether every role that an agency's procedure demands is held, now and at all times of the next 35 days, by
 * somebody who is reached by two proven addresses, with deputies that are valid and entries that were confirmed.
 *
 * @param score 100 when nothing is wrong, else 0 to 99: of each role, half counts the time that is covered, 30 points that
 *     enough people hold it, 10 their deputies and 10 their confirmation
 * @param reasons what is wrong, the gravest first
 */
public record Readiness(int score, List<Reason> reasons) {
    public Readiness {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param attestedUntil by contact, when its entry must be confirmed again
     */
    public static Readiness of(ContactBook book, BookRules rules, Map<UUID, Instant> attestedUntil, Instant now) {
        return of(book, rules, attestedUntil, ActingDuty.between(book, now, now.plus(DutyPlan.AHEAD)), now);
    }

    /**
     * The same of duty that was worked out before.
     *
     * @param duty of the next 35 days
     */
    public static Readiness of(
            ContactBook book,
            BookRules rules,
            Map<UUID, Instant> attestedUntil,
            List<ActingDuty.ActingAssignment> duty,
            Instant now) {
        return new ReadinessCheck(book, rules, attestedUntil, duty, now).check();
    }

    public boolean isReady() {
        return reasons.isEmpty();
    }
}
