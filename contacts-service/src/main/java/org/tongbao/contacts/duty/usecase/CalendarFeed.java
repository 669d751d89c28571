package org.tongbao.contacts.duty.usecase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contracts.procedure.Role;

/**
 * An address under which duty can be fetched as a calendar.
 *
 * @param contact whose duty, null for everybody's
 * @param role in which role, null for every one
 */
public record CalendarFeed(
        UUID id,
        AgencyCode agency,
        @Nullable UUID contact,
        @Nullable Role role) {
    boolean shows(DutyAssignment assignment) {
        return (contact == null || contact.equals(assignment.contact())) && (role == null || role == assignment.role());
    }
}
