package org.tongbao.local;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Hands a request on to a service and its answer back, both as they flow, so that event streams arrive at once.
 *
 * <p>Not vertx-http-proxy: when the other side dies after it has taken the request, that one (4.5.25) never answers.
 */
final class ServiceProxy {
    /** These belong to one connection (RFC 9110 §7.6.1); the other ones are ours to say. */
    private static final Set<String> NOT_HANDED_ON = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto");

    private final HttpClient client;

    ServiceProxy(HttpClient client) {
        this.client = client;
    }

    /**
     * @param uri path and query at the service
     */
    void forward(HttpServerRequest incoming, int port, String uri) {
        incoming.pause();
        var target = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(incoming.method())
                .setURI(uri);
        client.request(target)
                .onFailure(failure -> refuse(incoming, Problem.UNAVAILABLE))
                .onSuccess(outgoing -> exchange(incoming, outgoing));
    }

    private static void exchange(HttpServerRequest incoming, HttpClientRequest outgoing) {
        copy(incoming.headers(), outgoing.headers());
        outgoing.putHeader("X-Forwarded-For", incoming.remoteAddress().hostAddress());
        outgoing.putHeader("X-Forwarded-Host", String.valueOf(incoming.authority()));
        outgoing.putHeader("X-Forwarded-Proto", "http");
        // A caller who goes away in the middle of a stream must not keep the service sending.
        incoming.response().closeHandler(closed -> outgoing.reset());
        send(incoming, outgoing)
                .onFailure(failure -> refuse(incoming, Problem.INTERRUPTED))
                .onSuccess(answer -> handBack(answer, incoming));
    }

    private static Future<HttpClientResponse> send(HttpServerRequest incoming, HttpClientRequest outgoing) {
        if (hasBody(incoming)) {
            return outgoing.send(incoming);
        }
        incoming.resume();
        return outgoing.send();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private static void handBack(HttpClientResponse answer, HttpServerRequest incoming) {
        var response = incoming.response();
        if (response.closed()) {
            answer.request().reset();
            return;
        }
        response.setStatusCode(answer.statusCode());
        copy(answer.headers(), response.headers());
        if (incoming.method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        if (!answer.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && answer.statusCode() != 204
                && answer.statusCode() != 304) {
            response.setChunked(true);
        }
        // Half an answer is better cut off than ended as if it were whole.
        answer.pipeTo(response).onFailure(failure -> incoming.connection().close());
    }

    private static void copy(MultiMap from, MultiMap to) {
        var left = new HashSet<>(NOT_HANDED_ON);
        for (var value : from.getAll(HttpHeaders.CONNECTION)) {
            for (var name : value.split(",")) {
                left.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        from.forEach(header -> {
            if (!left.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }

    private static void refuse(HttpServerRequest incoming, Problem problem) {
        if (incoming.response().headWritten() || incoming.response().closed()) {
            incoming.connection().close();
            return;
        }
        // Whatever of the body was not handed on is of no use to the next request on this connection.
        incoming.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problem.answer(incoming);
        if (!incoming.isEnded()) {
            incoming.resume();
        }
    }
}
