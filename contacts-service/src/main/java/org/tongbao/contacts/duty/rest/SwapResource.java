package org.tongbao.contacts.duty.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.duty.domain.DutySwap;
import org.tongbao.contacts.duty.usecase.DecideSwap;
import org.tongbao.contacts.duty.usecase.SwapParties;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormat;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.Preconditions;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.ETags;

/** 換班: offered by whose duty it is, in force once the other side has accepted. */
@Path("/api/v1/agencies/{code}/swaps")
@Cancellable(false)
@RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class SwapResource {
    private final BookEndpoint endpoint;
    private final ItemFormat<DutySwap> format;
    private final SwapParties parties;
    private final DecideSwap decideSwap;
    private final CallerSource callers;

    SwapResource(
            BookEndpoint endpoint,
            ItemFormats formats,
            SwapParties parties,
            DecideSwap decideSwap,
            CallerSource callers) {
        this.endpoint = endpoint;
        this.format = formats.of(DutySwap.class);
        this.parties = parties;
        this.decideSwap = decideSwap;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The swaps, with what the partner said")
    public Uni<Response> list(
            @PathParam("code") String code,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return endpoint.list(format, callers.caller(), code, it -> true, limit, cursor, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One swap, with its ETag")
    public Uni<Response> find(@PathParam("code") String code, @PathParam("id") String id) {
        return endpoint.find(format, callers.caller(), code, id);
    }

    @POST
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Offers a swap; by the account of whose duty it is, or a directory admin; needs an Idempotency-Key")
    public Uni<Response> create(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            byte[] body) {
        Caller caller = callers.caller();
        DutySwap swap = format.read(body).item();
        return parties.mayOffer(caller, BookEndpoint.agency(code), swap.contact())
                .chain(() -> endpoint.create(format, caller, code, body, key, uri));
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN})
    @Operation(summary = "The partner accepts, by its own account or through a directory admin; from then on it counts")
    public Uni<Response> accept(@PathParam("code") String code, @PathParam("id") String id) {
        return decide(code, id, DutySwap.State.ACCEPTED);
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN})
    @Operation(summary = "The partner refuses, by its own account or through a directory admin")
    public Uni<Response> refuse(@PathParam("code") String code, @PathParam("id") String id) {
        return decide(code, id, DutySwap.State.REFUSED);
    }

    private Uni<Response> decide(String code, String id, DutySwap.State decision) {
        UUID swap = BookEndpoint.id(id);
        return decideSwap
                .decide(callers.caller(), BookEndpoint.agency(code), swap, decision)
                .map(decided -> Response.ok(format.show(swap, decided.value()))
                        .header(HttpHeaders.ETAG, ETags.of(decided.revision()))
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Operation(summary = "Withdraws a swap, also one that was accepted (If-Match)")
    public Uni<Response> remove(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context UriInfo uri) {
        return endpoint.remove(
                format, callers.caller(), code, id, Preconditions.required(ifMatch), EffectiveTime.NOW, uri);
    }
}
