package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.people.Channel;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.DutyDifference;
import org.tongbao.contacts.domain.readiness.Readiness;
import org.tongbao.contacts.domain.roster.Interval;
import org.tongbao.contracts.procedure.Role;

/** Asks for somebody to be told, in the transaction that gives the reason. This service sends nothing itself. */
public interface DirectoryNotifications {
    /** Who is told. */
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
