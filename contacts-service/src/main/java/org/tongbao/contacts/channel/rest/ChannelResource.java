package org.tongbao.contacts.channel.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.usecase.ReadChannels;
import org.tongbao.contacts.channel.usecase.RequestCode;
import org.tongbao.contacts.channel.usecase.VerifyChannel;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.Texts;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Times;

/** 查證: whether the addresses of a contact reach the person, and the code that proves it. */
@Path("/api/v1/agencies/{code}/contacts/{id}/channels")
@Cancellable(false)
@RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
public class ChannelResource {
    private final ReadChannels readChannels;
    private final RequestCode requestCode;
    private final VerifyChannel verifyChannel;
    private final CallerSource callers;
    private final IdempotencyKeys keys;
    private final Texts texts;

    ChannelResource(
            ReadChannels readChannels,
            RequestCode requestCode,
            VerifyChannel verifyChannel,
            CallerSource callers,
            IdempotencyKeys keys,
            Texts texts) {
        this.readChannels = readChannels;
        this.requestCode = requestCode;
        this.verifyChannel = verifyChannel;
        this.callers = callers;
        this.keys = keys;
        this.texts = texts;
    }

    @Schema(name = "ContactChannels")
    record Channels(List<ChannelView> items) {}

    /**
     * A code on its way.
     *
     * @param by {@code mail}, or {@code phone-task}: the duty desk calls and speaks it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChannelVerification")
    record Sent(String channel, String by, OffsetDateTime validUntil) {
        public static Sent of(RequestCode.Requested asked) {
            boolean mail = asked.channel().type() == org.tongbao.contacts.channel.domain.ChannelType.MAIL;
            return new Sent(asked.channel().key(), mail ? "mail" : "phone-task", Times.shown(asked.validUntil()));
        }
    }

    @GET
    @Operation(summary = "The channels of a contact in their order, each with what shows that it reaches the person")
    public Uni<Channels> list(@PathParam("code") String code, @PathParam("id") String id) {
        return readChannels
                .of(callers.caller(), BookEndpoint.agency(code), BookEndpoint.id(id))
                .map(known -> new Channels(known.stream()
                        .map(it -> ChannelView.of(it.channel(), it.proof()))
                        .toList()));
    }

    @POST
    @Path("/{channel}/verification")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN})
    @Operation(
            summary = "Has a code mailed, or spoken by the duty desk; for the contact's own account or a directory"
                    + " admin; needs an Idempotency-Key")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Sent.class)))
    @APIResponse(responseCode = "409", description = "nothing can be sent to this kind of channel: attest it")
    @APIResponse(responseCode = "429", description = "five codes were sent to it within the hour")
    public Uni<Response> ask(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @PathParam("channel") String channel,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri) {
        var caller = callers.caller();
        var taken = IdempotencyKeys.required(key, "POST " + uri.getPath(), new byte[0]);
        return keys.once(caller, taken, () -> requestCode
                        .ask(caller, BookEndpoint.agency(code), BookEndpoint.id(id), channel)
                        .map(asked -> new IdempotencyKeys.Answer(201, texts.of(Sent.of(asked)))))
                .map(answer -> Response.status(answer.status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(answer.body())
                        .build());
    }

    @POST
    @Path("/{channel}/verification/code")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The code is typed back: from then on the channel is verified; the same code again changes nothing")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/code.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CodeBody.class),
                            examples = @ExampleObject(name = "example", value = "{\"code\": \"7 F 3 - K 9 Q\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "409", description = "no code is pending")
    @APIResponse(responseCode = "422", description = "not the code that was sent")
    public Uni<ChannelView> prove(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @PathParam("channel") String channel,
            byte[] body) {
        String typed = CodeBody.READER.read(body, tree -> List.of()).code();
        return verifyChannel
                .byCode(callers.caller(), BookEndpoint.agency(code), BookEndpoint.id(id), channel, typed)
                .map(ChannelResource::view);
    }

    @POST
    @Path("/{channel}/attestation")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A directory admin answers for it instead of a code, on record and with a reason")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/channel-attestation.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonBody.class),
                            examples = @ExampleObject(name = "example", value = "{\"reason\": \"本人當面確認手機收得到簡訊與來電\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    public Uni<ChannelView> attest(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @PathParam("channel") String channel,
            byte[] body) {
        String reason = ReasonBody.READER.read(body, tree -> List.of()).reason();
        return verifyChannel
                .byAttestation(callers.caller(), BookEndpoint.agency(code), BookEndpoint.id(id), channel, reason)
                .map(ChannelResource::view);
    }

    private static ChannelView view(VerifyChannel.Verified proven) {
        return ChannelView.of(proven.channel(), Optional.of(proven.proof()));
    }
}
