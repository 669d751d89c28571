package org.tongbao.contacts.ledger.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.ledger.usecase.ReadLedger;
import org.tongbao.contacts.ledger.usecase.WithdrawChange;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ChangeView;
import org.tongbao.contacts.rest.ChangeViews;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.Page;

/** What was filed about an agency and its people: who, when, from when it holds, and what became of it. */
@Path("/api/v1/agencies/{code}/changes")
@Cancellable(false)
@RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
public class ChangeResource {
    private final ReadLedger readLedger;
    private final WithdrawChange withdrawChange;
    private final ChangeViews views;
    private final CallerSource callers;

    ChangeResource(ReadLedger readLedger, WithdrawChange withdrawChange, ChangeViews views, CallerSource callers) {
        this.readLedger = readLedger;
        this.withdrawChange = withdrawChange;
        this.views = views;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Every change filed: pending, in force, superseded, withdrawn or refused; newest first")
    public Uni<Response> list(
            @PathParam("code") String code,
            @QueryParam("limit") @Nullable Integer asked,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int limit = Page.limit(asked);
        UUID before = Optional.ofNullable(Page.sortKey(cursor))
                .map(ChangeResource::cursor)
                .orElse(null);
        return readLedger
                .list(callers.caller(), BookEndpoint.agency(code), before, limit)
                .map(lines -> Page.of(lines, limit, it -> it.id().toString())
                        .map(views::of)
                        .response(uri));
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Page.wrongCursor();
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One change")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Uni<ChangeView> find(@PathParam("code") String code, @PathParam("id") String id) {
        return readLedger
                .find(callers.caller(), BookEndpoint.agency(code), BookEndpoint.id(id))
                .map(views::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Operation(summary = "Withdraws a pending change, with all that was filed with it")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409", description = "not pending any more")
    public Uni<Response> withdraw(@PathParam("code") String code, @PathParam("id") String id) {
        return withdrawChange
                .withdraw(callers.caller(), BookEndpoint.agency(code), BookEndpoint.id(id))
                .replaceWith(() -> Response.noContent().build());
    }
}
