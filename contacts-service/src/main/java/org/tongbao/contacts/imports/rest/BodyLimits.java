package org.tongbao.contacts.imports.rest;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one limit that Quarkus knows is that of the widest endpoint, the import; every other endpoint keeps the suite's own. A length
 * that is announced is refused at once, and one that is not while it is read.
 */
@ApplicationScoped
class BodyLimits {
    /** Before the route of Quarkus that refuses what is announced too large, and closes the connection while it is sent. */
    private static final int ANNOUNCED = -3;
    /** Behind the route of Quarkus that looks at its own limit, and before the endpoints. */
    private static final int UNANNOUNCED = -1;
    /** Where Quarkus reads how much of a body without a length it may take. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    private static final int TOO_LARGE = 413;
    /** A body that is not larger than so many times the limit is read and dropped, so that its sender gets the answer. */
    private static final int READ_ALL_THE_SAME = 4;

    private final long imports;
    private final long others;

    BodyLimits(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize imports,
            @ConfigProperty(name = "tongbao.contacts.body-limit") MemorySize others) {
        this.imports = imports.asLongValue();
        this.others = others.asLongValue();
    }

    void limit(@Observes Router router) {
        router.route().order(ANNOUNCED).handler(this::checkAnnounced);
        router.route().order(UNANNOUNCED).handler(this::limitUnannounced);
    }

    private void checkAnnounced(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        long limit = isImport(context.request()) ? imports : others;
        if (length == null || Long.parseLong(length) <= limit) {
            context.next();
            return;
        }
        if (Long.parseLong(length) <= limit * READ_ALL_THE_SAME) {
            context.request().handler(dropped -> {}).resume();
        } else {
            context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        }
        context.response().setStatusCode(TOO_LARGE).end();
    }

    private void limitUnannounced(RoutingContext context) {
        if (!isImport(context.request())) {
            context.put(LIMIT, others);
        }
        context.next();
    }

    private static boolean isImport(HttpServerRequest request) {
        String path = request.path();
        return path != null && (path.equals(ImportResource.PATH) || path.startsWith(ImportResource.PATH + "/"));
    }
}
