package org.tongbao.contacts.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.people.domain.BookItem;

/** Lines of the ledger as they are shown, each fact as its own endpoint shows it. */
@ApplicationScoped
public class ChangeViews {
    private final ItemFormats formats;

    ChangeViews(ItemFormats formats) {
        this.formats = formats;
    }

    public ChangeView of(LedgerEntry entry) {
        return ChangeView.of(entry, body(entry.item(), entry.fact()));
    }

    private @Nullable Object body(String item, @Nullable Fact fact) {
        if (fact instanceof Agency agency) {
            return ItemJson.show(agency);
        }
        return fact instanceof BookItem known && formats.has(known)
                ? ItemJson.show(UUID.fromString(item), known)
                : null;
    }

    /** The answer to what takes effect later. */
    public static Response accepted(String agency, Object id, Object body, UriInfo uri) {
        return Response.accepted(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .location(address(agency, id, uri))
                .build();
    }

    private static URI address(String agency, Object id, UriInfo uri) {
        return uri.getBaseUriBuilder()
                .path("api/v1/agencies")
                .path(agency)
                .path("changes")
                .path(id.toString())
                .build();
    }
}
