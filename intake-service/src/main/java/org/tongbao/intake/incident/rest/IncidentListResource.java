package org.tongbao.intake.incident.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.intake.incident.domain.IncidentState;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.incident.usecase.ListIncidents;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.Violation;
import org.tongbao.platform.time.Times;

/** The incidents visible to the caller. */
@Path("/api/v1/incidents")
@Cancellable(false)
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentListResource {
    private static final Violation NO_TIME = new Violation(
            "query:updatedSince",
            "invalid",
            new Text("updatedSince 應為 RFC 3339 時間。", "updatedSince is an RFC 3339 time."));

    private final ListIncidents list;
    private final CallerSource callers;

    IncidentListResource(ListIncidents list, CallerSource callers) {
        this.list = list;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "Newest first; with updatedSince, oldest change first")
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("state") @Nullable String state,
            @QueryParam("level") @Nullable Integer level,
            @QueryParam("number") @Nullable String number,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Instant since = since(updatedSince);
        var query = new Incidents.ListQuery(Page.sortKey(cursor), since, state(state), level, number, size + 1);
        return list.list(callers.caller(), query).map(listed -> Page.of(
                        listed, size, it -> since == null ? it.id().toString() : it.updatedAt() + " " + it.id())
                .map(ListedView::of)
                .response(uri));
    }

    private static @Nullable Instant since(@Nullable String text) {
        return text == null ? null : QueryParameters.instant(text, NO_TIME);
    }

    private static @Nullable String state(@Nullable String text) {
        List<String> states =
                Arrays.stream(IncidentState.values()).map(Enum::name).toList();
        if (text != null && !states.contains(text)) {
            throw QueryParameters.wrong("state", "state 可用：" + states, "state is one of " + states + ".");
        }
        return text;
    }

    record ListedView(
            UUID id,
            String number,
            String agency,
            String procedure,
            int level,
            String state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String title,

            boolean exercise,
            String receivedAt,
            String updatedAt) {
        static ListedView of(Incidents.ListedIncident it) {
            return new ListedView(
                    it.id(),
                    it.number(),
                    it.agency(),
                    it.procedure(),
                    it.level(),
                    it.state(),
                    it.title(),
                    it.exercise(),
                    Times.text(it.receivedAt()),
                    Times.text(it.updatedAt()));
        }
    }
}
