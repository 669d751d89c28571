package org.tongbao.contacts.people.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.people.domain.Absence;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.TimelineItemResource;
import org.tongbao.platform.access.CallerSource;

/** Who is away, and who does the work meanwhile. */
@Path("/api/v1/agencies/{code}/absences")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "absences")
public class AbsenceResource extends TimelineItemResource<Absence> {
    AbsenceResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers) {
        super(endpoint, formats.of(Absence.class), callers);
    }
}
