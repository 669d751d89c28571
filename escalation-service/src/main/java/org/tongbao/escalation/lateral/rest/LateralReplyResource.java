package org.tongbao.escalation.lateral.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.lateral.usecase.LateralReply;
import org.tongbao.escalation.lateral.usecase.RecordedReply;
import org.tongbao.escalation.lateral.usecase.ReplyToLateralNotice;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.IdempotencyKeys.Answer;
import org.tongbao.platform.http.IdempotencyKeys.Key;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.sql.Sql;

/** 橫向通報: an affected agency replies whether it is affected. */
@Cancellable(false)
@Path("/api/v1/lateral-replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lateral-replies", description = "橫向通報回復")
public class LateralReplyResource {
    private static final int CREATED = 201;
    private static final String OPERATION = "POST /api/v1/lateral-replies";

    private final CallerSource caller;
    private final ReplyToLateralNotice replyLaterally;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    LateralReplyResource(
            CallerSource caller, ReplyToLateralNotice replyLaterally, IdempotencyKeys keys, ObjectMapper json) {
        this.caller = caller;
        this.replyLaterally = replyLaterally;
        this.keys = keys;
        this.json = json;
    }

    @GET
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "The replies to a lateral notice, a later one corrects an earlier")
    public Uni<Response> list(@QueryParam("notice") @Nullable String notice) {
        UUID id = QueryParameters.idOrNull("notice", notice);
        if (id == null) {
            throw QueryParameters.wrong("notice", "請指定通知。", "Name the notice.");
        }
        return replyLaterally.list(caller.caller(), id).map(found -> Response.ok(Map.of("items", found))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.DUTY_DESK})
    @Extension(name = SchemasInDescription.BODY, value = "schemas/lateral-reply.json")
    @Operation(summary = "受影響, 未受影響 or 不明")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LateralReplyBody.class)))
    @APIResponse(responseCode = "201", description = "kept; the lateral notice is met")
    @APIResponse(responseCode = "403", description = "the notice is not for the caller's agency")
    public Uni<Response> reply(@HeaderParam("Idempotency-Key") @Nullable String header, byte[] body) {
        Key key = IdempotencyKeys.required(header, OPERATION, body);
        LateralReplyBody reply = LateralReplyBody.BODY.read(body);
        Caller who = caller.caller();
        return replyLaterally
                .reply(who, new LateralReply(reply.noticeId(), reply.reply(), reply.note()), new OnceByKey(who, key))
                .map(answer -> Response.status(answer.status())
                        .entity(answer.body())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    /** The key is taken in the transaction of the reply, while the notice is locked. */
    private final class OnceByKey implements ReplyToLateralNotice.Once<Answer> {
        private final Caller who;
        private final Key key;

        OnceByKey(Caller who, Key key) {
            this.who = who;
            this.key = key;
        }

        @Override
        public Uni<Optional<Answer>> known() {
            return keys.known(who, key);
        }

        @Override
        public Uni<Answer> keep(RecordedReply reply) {
            String body = write(reply);
            return Sql.update(
                            IdempotencyKeys.TAKE,
                            who.agency(),
                            key.value(),
                            IdempotencyKeys.buffer(key),
                            (short) CREATED,
                            body)
                    .replaceWith(new Answer(CREATED, body));
        }
    }

    private String write(RecordedReply reply) {
        try {
            return json.writeValueAsString(reply);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
