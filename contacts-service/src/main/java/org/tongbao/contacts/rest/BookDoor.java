package org.tongbao.contacts.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.usecase.ChangeBook;
import org.tongbao.contacts.usecase.Filing;
import org.tongbao.contacts.usecase.ReadBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.Page;

/** What the doors of contacts, deputies, absences and roster have in common. */
@ApplicationScoped
class BookDoor {
    private final ReadBook readBook;
    private final ChangeBook changeBook;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    BookDoor(ReadBook readBook, ChangeBook changeBook, IdempotencyKeys keys, ObjectMapper json) {
        this.readBook = readBook;
        this.changeBook = changeBook;
        this.keys = keys;
        this.json = json;
    }

    /** An agency's code in an address; what is no code is no agency. */
    static AgencyCode agency(String code) {
        return AgencyCode.parse(code).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
    }

    <T extends Item> Uni<Response> list(
            Shape<?, T> shape,
            Caller caller,
            String code,
            Predicate<T> wanted,
            @Nullable Integer asked,
            @Nullable String cursor,
            UriInfo uri) {
        int limit = Page.limit(asked);
        String after = Optional.ofNullable(Page.sortKey(cursor)).orElse("");
        return readBook.read(caller, agency(code)).map(book -> {
            List<Map.Entry<UUID, T>> items = book.items(shape.kind()).entrySet().stream()
                    .filter(it -> wanted.test(it.getValue()))
                    .filter(it -> it.getKey().toString().compareTo(after) > 0)
                    .limit(limit + 1L)
                    .toList();
            return Page.of(items, limit, it -> it.getKey().toString())
                    .map(it -> shape.show(it.getKey(), it.getValue()))
                    .response(uri);
        });
    }

    <T extends Item> Uni<Response> find(Shape<?, T> shape, Caller caller, String code, String id) {
        UUID wanted = id(id);
        return readBook.read(caller, agency(code))
                .map(book -> book.find(wanted, shape.kind()).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))
                .map(found -> Response.ok(shape.show(wanted, found.value()))
                        .header(HttpHeaders.ETAG, ETags.of(found.revision()))
                        .build());
    }

    <T extends Item> Uni<Response> create(
            Shape<?, T> shape, Caller caller, String code, byte[] body, @Nullable String key, UriInfo uri) {
        AgencyCode agency = agency(code);
        var taken = IdempotencyKeys.required(key, "POST " + uri.getPath(), body);
        T item = shape.read(body);
        return keys.once(caller, taken, () -> changeBook
                        .file(caller, agency, List.of(new Filing("", null, item, Expectation.NOTHING)))
                        .map(filed -> answer(shape, filed)))
                .map(answer -> created(answer, uri));
    }

    private <T extends Item> IdempotencyKeys.Answer answer(Shape<?, T> shape, ChangeBook.Filed filed) {
        UUID id = filed.ids().get(0);
        Revised<T> item = filed.book().find(id, shape.kind()).orElseThrow();
        return new IdempotencyKeys.Answer(201, text(shape.show(id, item.value())));
    }

    private Response created(IdempotencyKeys.Answer answer, UriInfo uri) {
        String id = idIn(answer.body());
        URI location = uri.getAbsolutePathBuilder().path(id).build();
        return Response.status(answer.status())
                .location(location)
                .header(HttpHeaders.ETAG, ETags.of(1))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body())
                .build();
    }

    <T extends Item> Uni<Response> put(
            Shape<?, T> shape, Caller caller, String code, String id, byte[] body, Expectation expectation) {
        AgencyCode agency = agency(code);
        UUID wanted = id(id);
        T item = shape.read(body, wanted);
        return changeBook
                .file(caller, agency, List.of(new Filing("", wanted, item, expectation)))
                .map(filed -> stored(shape, wanted, filed));
    }

    private static <T extends Item> Response stored(Shape<?, T> shape, UUID id, ChangeBook.Filed filed) {
        Revised<T> item = filed.book().find(id, shape.kind()).orElseThrow();
        boolean isNew = filed.changes().stream().anyMatch(BookChange.Filed.class::isInstance);
        return Response.status(isNew ? 201 : 200)
                .header(HttpHeaders.ETAG, ETags.of(item.revision()))
                .entity(shape.show(id, item.value()))
                .build();
    }

    <T extends Item> Uni<Response> remove(
            Shape<?, T> shape, Caller caller, String code, String id, Expectation expectation) {
        return changeBook
                .remove(caller, agency(code), id(id), shape.kind(), expectation)
                .replaceWith(() -> Response.noContent().build());
    }

    private String text(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String idIn(String body) {
        try {
            return json.readTree(body).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
