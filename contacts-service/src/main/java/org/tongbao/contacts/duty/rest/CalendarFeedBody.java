package org.tongbao.contacts.duty.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.usecase.CalendarFeed;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.http.RequestBody;

/**
 * A calendar feed as it is sent and shown.
 *
 * @param address only in the first answer: whoever knows it sees the calendar
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CalendarFeed")
record CalendarFeedBody(
        @Nullable UUID id,
        @Nullable UUID contact,
        @Nullable String role,
        @Nullable String address) {
    static final RequestBody<CalendarFeedBody> READER =
            RequestBody.of(CalendarFeedBody.class, "schemas/calendar-feed.json", Refusals.SLUG, Refusals.TITLE);

    static CalendarFeedBody of(CalendarFeed feed) {
        Role role = feed.role();
        return new CalendarFeedBody(feed.id(), feed.contact(), role == null ? null : role.key(), null);
    }

    CalendarFeedBody at(String secretAddress) {
        return new CalendarFeedBody(id, contact, role, secretAddress);
    }

    CalendarFeed feed(UUID own, AgencyCode agency) {
        return new CalendarFeed(
                own,
                agency,
                contact,
                role == null ? null : Keyed.find(Role.class, role).orElseThrow());
    }
}
