package org.tongbao.testing.architecture.wrong.call.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/x")
@Cancellable(false)
class ResourceWithoutRoles {
    @GET
    String read() {
        return "";
    }
}
