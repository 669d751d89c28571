package org.tongbao.testing.architecture.wrong.call.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/x")
@Cancellable(true)
class CancellableResource {
    @GET
    @RolesAllowed("reviewer")
    String read() {
        return "";
    }
}
