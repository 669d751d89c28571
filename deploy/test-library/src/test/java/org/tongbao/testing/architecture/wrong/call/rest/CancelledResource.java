package org.tongbao.testing.architecture.wrong.call.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/x")
class CancelledResource {
    @GET
    @RolesAllowed("reviewer")
    String read() {
        return "";
    }
}
