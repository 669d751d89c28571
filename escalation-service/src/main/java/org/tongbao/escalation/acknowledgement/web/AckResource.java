package org.tongbao.escalation.acknowledgement.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.acknowledgement.usecase.Acknowledge;

/**
 * The page of the link in a mail. Opening it changes nothing, since mail scanners open links; only the POST of its button
 * acknowledges.
 *
 * <p>The token stands in the link's fragment, which no browser sends: it reaches us only in the body of that POST, put
 * there by the page's script, so it is in no access log, proxy or Referer. Without script the short code is typed and does
 * the same.
 *
 * <p>Another site cannot make a browser acknowledge: there is no cookie and no login that a forged request could borrow.
 * What authorises is the token or code in the body, and who knows it needs no browser of somebody else.
 */
@Path("/api/v1/ack")
@PermitAll
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public class AckResource {
    private static final Logger LOG = Logger.getLogger(AckResource.class);
    private static final int LONGEST_SECRET = 200;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Acknowledge acknowledge;

    AckResource(Acknowledge acknowledge) {
        this.acknowledge = acknowledge;
    }

    @GET
    @Path("/{id}")
    public Uni<Response> show(@RestPath String id) {
        return answer(id, () -> identified(id)
                .map(recipient -> acknowledge.find(recipient).map(AckPage::of))
                .orElseGet(AckResource::unknown));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> press(@RestPath String id, @RestForm @Nullable String token, @RestForm @Nullable String code) {
        return answer(id, () -> identified(id)
                .map(recipient -> acknowledge(recipient, token, code))
                .orElseGet(AckResource::unknown));
    }

    private Uni<AckPage> acknowledge(UUID recipient, @Nullable String token, @Nullable String code) {
        return given(token)
                .map(secret -> acknowledge.byToken(recipient, secret))
                .or(() -> given(code).map(secret -> acknowledge.byCode(recipient, secret)))
                .map(outcome -> outcome.map(AckPage::of))
                .orElseGet(AckResource::unknown);
    }

    private static Optional<String> given(@Nullable String secret) {
        return Optional.ofNullable(secret)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_SECRET);
    }

    private static Optional<UUID> identified(String id) {
        try {
            var recipient = UUID.fromString(id);
            return recipient.toString().equalsIgnoreCase(id) ? Optional.of(recipient) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Uni<AckPage> unknown() {
        return Uni.createFrom().item(AckPage::unknown);
    }

    /** A person gets a page whatever happens, and what to do instead. */
    private static Uni<Response> answer(String id, Supplier<Uni<AckPage>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(e -> LOG.errorf(e, "acknowledgement failed recipientId=%s", identified(id)))
                .onFailure()
                .recoverWithItem(AckPage::unavailable)
                .map(AckResource::response);
    }

    private static Response response(AckPage page) {
        var response = guarded(Response.status(page.status()))
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .entity(AckTemplates.page(page).render());
        if (page.retryAfterSeconds() != null) {
            response.header(HttpHeaders.RETRY_AFTER, page.retryAfterSeconds());
        }
        return response.build();
    }

    static Response.ResponseBuilder guarded(Response.ResponseBuilder response) {
        return response.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY");
    }
}
