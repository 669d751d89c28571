package org.tongbao.contacts.duty.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.PlannedItemResource;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.time.Clock;

/** 值勤: the shifts of an agency. */
@Path("/api/v1/agencies/{code}/roster")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class RosterResource extends PlannedItemResource<Shift> {
    RosterResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers, Clock clock) {
        super(endpoint, formats.of(Shift.class), callers, clock);
    }
}
