package org.tongbao.escalation.acknowledgement.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Script and style of the page, under its own path, because the gateway routes by the first segment. */
@Path("/api/v1/ack/assets")
@PermitAll
@Cancellable(false)
public class AckAssetsResource {
    private static final String SCRIPT = file("ack.js");
    private static final String STYLE = file("ack.css");

    @GET
    @Path("/ack.js")
    @Produces("text/javascript")
    public Response script() {
        return answer(SCRIPT, "text/javascript;charset=UTF-8");
    }

    @GET
    @Path("/ack.css")
    @Produces("text/css")
    public Response style() {
        return answer(STYLE, "text/css;charset=UTF-8");
    }

    private static Response answer(String content, String type) {
        return AckResource.guarded(Response.ok(content, type))
                .header(HttpHeaders.CACHE_CONTROL, "max-age=300")
                .build();
    }

    private static String file(String name) {
        try (var stream = Objects.requireNonNull(AckAssetsResource.class.getResourceAsStream("/web/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
