package org.tongbao.contacts.duty.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.duty.domain.HolidayCalendar;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.TimelineItemResource;
import org.tongbao.platform.access.CallerSource;

/** 國定假日, as rotations of the agency ask for them. */
@Path("/api/v1/agencies/{code}/holidays")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class HolidayResource extends TimelineItemResource<HolidayCalendar> {
    HolidayResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers) {
        super(endpoint, formats.of(HolidayCalendar.class), callers);
    }
}
