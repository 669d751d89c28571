package org.tongbao.contacts.duty.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.duty.domain.Rotation;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.TimelineItemResource;
import org.tongbao.platform.access.CallerSource;

/** 輪值: who takes turns in a role, one rotation a role. */
@Path("/api/v1/agencies/{code}/rotations")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class RotationResource extends TimelineItemResource<Rotation> {
    RotationResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers) {
        super(endpoint, formats.of(Rotation.class), callers);
    }
}
