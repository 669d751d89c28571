package org.tongbao.contacts.duty.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.duty.domain.DutyOverride;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.PlannedItemResource;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.time.Clock;

/** 臨時改派: for once, somebody else is on duty. */
@Path("/api/v1/agencies/{code}/overrides")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class OverrideResource extends PlannedItemResource<DutyOverride> {
    OverrideResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers, Clock clock) {
        super(endpoint, formats.of(DutyOverride.class), callers, clock);
    }
}
