package org.tongbao.contacts.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.ChangeBook;
import org.tongbao.contacts.people.usecase.ReadBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.MergePatch;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.time.Clock;

/** What the endpoints of all items of a book have in common. */
@ApplicationScoped
public class BookEndpoint {
    private static final int ACCEPTED = 202;
    private static final String MISSING = "Missing-Roles";

    private final ReadBook readBook;
    private final ChangeBook changeBook;
    private final IdempotencyKeys keys;
    private final ChangeViews views;
    private final Texts texts;
    private final Clock clock;

    BookEndpoint(
            ReadBook readBook,
            ChangeBook changeBook,
            IdempotencyKeys keys,
            ChangeViews views,
            Texts texts,
            Clock clock) {
        this.readBook = readBook;
        this.changeBook = changeBook;
        this.keys = keys;
        this.views = views;
        this.texts = texts;
        this.clock = clock;
    }

    /** An agency's code in an address; what is no code is no agency. */
    public static AgencyCode agency(String code) {
        return AgencyCode.parse(code).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN));
    }

    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
    }

    public <T extends BookItem> Uni<Response> list(
            ItemFormat<T> format,
            Caller caller,
            String code,
            Predicate<T> wanted,
            @Nullable Integer asked,
            @Nullable String cursor,
            UriInfo uri) {
        return page(format, readBook.read(caller, agency(code)), wanted, asked, cursor, uri);
    }

    /** The same of another time. */
    public <T extends BookItem> Uni<Response> list(
            ItemFormat<T> format,
            Caller caller,
            String code,
            AsOf asOf,
            @Nullable Integer asked,
            @Nullable String cursor,
            UriInfo uri) {
        return page(format, book(caller, code, asOf), it -> true, asked, cursor, uri);
    }

    private Uni<ContactBook> book(Caller caller, String code, AsOf asOf) {
        var now = clock.now();
        return asOf.isNow()
                ? readBook.read(caller, agency(code))
                : readBook.readAsOf(caller, agency(code), asOf.at(now), asOf.knownAt(now));
    }

    private static <T extends BookItem> Uni<Response> page(
            ItemFormat<T> format,
            Uni<ContactBook> read,
            Predicate<T> wanted,
            @Nullable Integer asked,
            @Nullable String cursor,
            UriInfo uri) {
        int limit = Page.limit(asked);
        String after = Optional.ofNullable(Page.sortKey(cursor)).orElse("");
        return read.map(book -> {
            List<Map.Entry<UUID, T>> items = book.items(format.kind()).entrySet().stream()
                    .filter(it -> wanted.test(it.getValue()))
                    .filter(it -> it.getKey().toString().compareTo(after) > 0)
                    .limit(limit + 1L)
                    .toList();
            return Page.of(items, limit, it -> it.getKey().toString())
                    .map(it -> format.show(it.getKey(), it.getValue()))
                    .response(uri);
        });
    }

    public <T extends BookItem> Uni<Response> find(ItemFormat<T> format, Caller caller, String code, String id) {
        return readBook.read(caller, agency(code)).map(book -> shown(format, id(id), book)
                .header(HttpHeaders.ETAG, ETags.of(item(format, id(id), book).revision()))
                .build());
    }

    /** The same of another time, without an ETag: it is not for changing. */
    public <T extends BookItem> Uni<Response> find(
            ItemFormat<T> format, Caller caller, String code, String id, AsOf asOf) {
        UUID wanted = id(id);
        return asOf.isNow()
                ? find(format, caller, code, id)
                : book(caller, code, asOf)
                        .map(book -> shown(format, wanted, book).build());
    }

    private static <T extends BookItem> Response.ResponseBuilder shown(
            ItemFormat<T> format, UUID id, ContactBook book) {
        return Response.ok(format.show(id, item(format, id, book).value()));
    }

    private static <T extends BookItem> Versioned<T> item(ItemFormat<T> format, UUID id, ContactBook book) {
        return book.find(id, format.kind()).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN));
    }

    public <T extends BookItem> Uni<Response> create(
            ItemFormat<T> format, Caller caller, String code, byte[] body, @Nullable String key, UriInfo uri) {
        AgencyCode agency = agency(code);
        var taken = IdempotencyKeys.required(key, "POST " + uri.getPath(), body);
        var sent = format.read(body);
        return keys.once(caller, taken, () -> changeBook
                        .file(caller, agency, null, sent.item(), Precondition.NOTHING, sent.effectiveTime())
                        .map(filed -> answer(format, filed)))
                .map(answer -> answer.status() == ACCEPTED
                        ? ChangeViews.accepted(code, texts.idIn(answer.body()), answer.body(), uri)
                        : created(answer, uri));
    }

    private <T extends BookItem> IdempotencyKeys.Answer answer(ItemFormat<T> format, ChangeBook.Filed filed) {
        UUID id = filed.id();
        return filed.book()
                .find(id, format.kind())
                .map(it -> new IdempotencyKeys.Answer(201, texts.of(format.show(id, it.value()))))
                .orElseGet(() -> new IdempotencyKeys.Answer(
                        ACCEPTED, texts.of(views.of(filed.entries().get(0)))));
    }

    private Response created(IdempotencyKeys.Answer answer, UriInfo uri) {
        String id = texts.idIn(answer.body());
        URI location = uri.getAbsolutePathBuilder().path(id).build();
        return Response.status(answer.status())
                .location(location)
                .header(HttpHeaders.ETAG, ETags.of(1))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body())
                .build();
    }

    public <T extends BookItem> Uni<Response> put(
            ItemFormat<T> format,
            Caller caller,
            String code,
            String id,
            byte[] body,
            Precondition precondition,
            UriInfo uri) {
        UUID wanted = id(id);
        return file(format, caller, code, wanted, format.read(body, wanted), precondition, uri);
    }

    /** RFC 7396: what it does not name stays. */
    public <T extends BookItem> Uni<Response> patch(
            ItemFormat<T> format,
            Caller caller,
            String code,
            String id,
            byte[] body,
            Precondition precondition,
            UriInfo uri) {
        UUID wanted = id(id);
        var patch = format.tree(body);
        return readBook.read(caller, agency(code))
                .map(book -> format.show(wanted, item(format, wanted, book).value()))
                .map(known -> format.read(MergePatch.apply(known, patch), wanted))
                .chain(sent -> file(format, caller, code, wanted, sent, precondition, uri));
    }

    private <T extends BookItem> Uni<Response> file(
            ItemFormat<T> format,
            Caller caller,
            String code,
            UUID id,
            ItemFormat.Sent<T> sent,
            Precondition precondition,
            UriInfo uri) {
        return changeBook
                .file(caller, agency(code), id, sent.item(), precondition, sent.effectiveTime())
                .map(filed -> later(filed)
                        .map(it -> ChangeViews.accepted(code, it.id(), views.of(it), uri))
                        .orElseGet(() -> stored(format, id, filed)));
    }

    /** What is not in force by it: its time has not come, or something filed for later stands already. */
    private static Optional<LedgerEntry> later(ChangeBook.Filed filed) {
        return filed.changes().isEmpty() ? filed.entries().stream().findFirst() : Optional.empty();
    }

    private static <T extends BookItem> Response stored(ItemFormat<T> format, UUID id, ChangeBook.Filed filed) {
        Versioned<T> item = filed.book().find(id, format.kind()).orElseThrow();
        boolean isNew = filed.changes().stream().anyMatch(BookChange.Filed.class::isInstance);
        return Response.status(isNew ? 201 : 200)
                .header(HttpHeaders.ETAG, ETags.of(item.revision()))
                .header(MISSING, missing(filed))
                .entity(format.show(id, item.value()))
                .build();
    }

    /** Whom the agency does not have yet, {@code ciso 0/1, security-contact 1/2}; reported, no refusal. */
    private static @Nullable String missing(ChangeBook.Filed filed) {
        String missing = filed.missing().stream()
                .map(it -> it.role().key() + " " + it.held() + "/" + it.atLeast())
                .sorted()
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? null : missing;
    }

    public <T extends BookItem> Uni<Response> remove(
            ItemFormat<T> format,
            Caller caller,
            String code,
            String id,
            Precondition precondition,
            EffectiveTime effectiveTime,
            UriInfo uri) {
        return changeBook
                .remove(caller, agency(code), id(id), format.kind(), precondition, effectiveTime)
                .map(filed -> later(filed)
                        .map(it -> ChangeViews.accepted(code, it.id(), views.of(it), uri))
                        .orElseGet(() -> Response.noContent().build()));
    }
}
