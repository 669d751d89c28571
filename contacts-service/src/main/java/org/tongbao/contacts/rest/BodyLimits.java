package org.tongbao.contacts.rest;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one limit that Quarkus knows is that of the widest door, the import; every other door keeps the suite's own. A length
 * that is announced is refused at once, and one that is not while it is read.
 */
@ApplicationScoped
class BodyLimits {
    /** Behind the route of Quarkus that looks at its own limit, and before the doors. */
    private static final int ORDER = -1;
    /** Where Quarkus reads how much of a body without a length it may take. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    private static final int TOO_LARGE = 413;

    private final long others;

    BodyLimits(@ConfigProperty(name = "tongbao.contacts.body-limit") MemorySize others) {
        this.others = others.asLongValue();
    }

    void limit(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (isImport(context.request())) {
            context.next();
            return;
        }
        String length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > others) {
            context.response()
                    .putHeader(HttpHeaderNames.CONNECTION, "close")
                    .setStatusCode(TOO_LARGE)
                    .end();
            return;
        }
        context.put(LIMIT, others).next();
    }

    private static boolean isImport(HttpServerRequest request) {
        String path = request.path();
        return path != null && (path.equals(ImportResource.PATH) || path.startsWith(ImportResource.PATH + "/"));
    }
}
