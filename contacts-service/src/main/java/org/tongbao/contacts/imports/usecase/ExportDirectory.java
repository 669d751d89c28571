package org.tongbao.contacts.imports.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.agency.usecase.AgencySearch;
import org.tongbao.contacts.agency.usecase.ListedAgency;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Hands out what a caller may change, part by part in the order of the codes, so that it never stands in memory whole. */
@ApplicationScoped
public class ExportDirectory {
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;

    ExportDirectory(Transactions transactions, Agencies agencies, Books books) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
    }

    /**
     * @param after code after which the next part begins, null when this is the last
     */
    public record Part(
            List<Agency> agencies,
            Map<AgencyCode, ContactBook> books,
            @Nullable String after) {}

    public Uni<Part> agencies(Caller caller, @Nullable String after) {
        return transactions.as(caller, () -> listed(caller, after).map(it -> part(it, Map.of())));
    }

    public Uni<Part> people(Caller caller, @Nullable String after) {
        return transactions.as(caller, () -> listed(caller, after).chain(found -> books.read(
                        within(found).stream().map(Agency::code).toList())
                .map(read -> part(found, read))));
    }

    private Uni<List<ListedAgency>> listed(Caller caller, @Nullable String after) {
        return agencies.list(new AgencySearch(Agencies.of(caller), null, null, after, AT_ONCE));
    }

    private static Part part(List<ListedAgency> found, Map<AgencyCode, ContactBook> books) {
        String next = found.size() > AT_ONCE
                ? found.get(AT_ONCE - 1).placed().agency().code().value()
                : null;
        return new Part(within(found), books, next);
    }

    // What a relation opens is read at its own endpoints; it is not the caller's to take away.
    private static List<Agency> within(List<ListedAgency> found) {
        return found.stream()
                .limit(AT_ONCE)
                .filter(it -> it.access() == AgencyAccess.WITHIN)
                .map(it -> it.placed().agency())
                .toList();
    }
}
