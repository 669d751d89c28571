package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.duty.domain.DutyDifference;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.readiness.domain.Readiness;
import org.tongbao.contacts.readiness.usecase.ReadinessResults;
import org.tongbao.contracts.procedure.Role;

/** Requests notifications, in the transaction that gives the reason. This service sends nothing itself. */
public interface DirectoryNotifications {
    /** Who is notified. */
    record Recipient(Agency agency, UUID contact, Contact person) {}

    /** A code to one address of the person, which proves it when it is typed back. */
    Uni<Void> code(Recipient to, Channel channel, String code, Instant validUntil);

    /**
     * @param insteadOf name of the absent person whose duty it is, null for one's own
     */
    Uni<Void> shiftStarting(Recipient to, Role role, Interval interval, @Nullable String insteadOf);

    Uni<Void> dutyChanged(Recipient to, DutyDifference difference);

    Uni<Void> attestationDue(Recipient to, Instant dueAt);

    Uni<Void> readiness(Recipient to, Readiness own, ReadinessResults.Below below);
}
