package org.tongbao.testing.architecture.wrong.call.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;

class EndpointWithoutPath {
    @GET
    @RolesAllowed("reviewer")
    String read() {
        return "";
    }
}
