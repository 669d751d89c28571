package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.imports.domain.BookImport;
import org.tongbao.contacts.imports.usecase.ImportDirectory;
import org.tongbao.contacts.ledger.domain.EntryState;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.rest.ItemJson;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.platform.time.Times;

/**
 * What an import did; a dry run also lists every change and every refusal, the first {@value Refusals#LISTED} of each.
 *
 * @param changeCount how many changes there are, listed or not
 * @param refusalCount the same for what stands in the way
 * @param filed what the ledger says of an import for a stated time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportResult")
public record ImportView(
        boolean dryRun,
        Counted agencies,
        Counted people,
        @Nullable Integer changeCount,
        @Nullable List<ChangeView> changes,
        @Nullable Integer refusalCount,
        @Nullable List<RefusalView> refusals,
        @Nullable FiledView filed) {

    record Counted(long created, long changed, long moved, long unchanged) {}

    /**
     * @param place JSON pointer, or entry of the sheet; null for an agency that moves because one above it does
     * @param what {@code agency}, {@code contact}, {@code deputyship}, {@code absence} or {@code shift}
     * @param change {@code created}, {@code changed} or {@code moved}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            @Nullable String place,
            String what,
            String agency,
            @Nullable UUID id,
            String change,
            List<FieldView> fields) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldView(
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /**
     * @param change takes effect, and is withdrawn, as one; null when nothing was filed
     * @param pending entries that take effect at that time
     * @param inForce entries filed late that hold at once
     * @param superseded entries filed late that something filed for later has superseded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportFiled")
    record FiledView(OffsetDateTime effectiveFrom, @Nullable UUID change, long pending, long inForce, long superseded) {
        /** Null for what holds at once. */
        static @Nullable FiledView of(EffectiveTime effectiveTime, ImportDirectory.Outcome filed) {
            Instant from = effectiveTime.effectiveFrom();
            if (from == null) {
                return null;
            }
            return new FiledView(
                    Times.shown(from),
                    filed.entries().stream()
                            .findFirst()
                            .map(LedgerEntry::change)
                            .orElse(null),
                    count(filed, EntryState.PENDING),
                    count(filed, EntryState.IN_FORCE),
                    count(filed, EntryState.SUPERSEDED));
        }

        private static long count(ImportDirectory.Outcome filed, EntryState state) {
            return filed.newEntries().stream().filter(it -> it.state() == state).count();
        }
    }

    record RefusalView(String pointer, String reason, String detail) {}

    static ImportView done(ImportDirectory.Outcome outcome, EffectiveTime effectiveTime) {
        var filed = FiledView.of(effectiveTime, outcome);
        return new ImportView(false, agencies(outcome), people(outcome), null, null, null, null, filed);
    }

    static ImportView wouldDo(
            ImportDirectory.Outcome outcome,
            EffectiveTime effectiveTime,
            List<RefusalView> refusals,
            Map<AgencyCode, String> agencyPlaces,
            UnaryOperator<String> shown) {
        List<ChangeView> changes = Stream.concat(
                        outcome.agencies().stream()
                                .limit(Refusals.LISTED)
                                .map(it -> change(it, agencyPlaces.get(it.code()), shown)),
                        outcome.items().entrySet().stream().flatMap(book -> book.getValue().stream()
                                .limit(Refusals.LISTED)
                                .map(it -> change(book.getKey(), it, shown))))
                .limit(Refusals.LISTED)
                .toList();
        int count = outcome.agencies().size()
                + outcome.items().values().stream().mapToInt(List::size).sum();
        return new ImportView(
                true,
                agencies(outcome),
                people(outcome),
                count,
                changes,
                refusals.size(),
                refusals.stream().limit(Refusals.LISTED).toList(),
                FiledView.of(effectiveTime, outcome));
    }

    private static Counted agencies(ImportDirectory.Outcome outcome) {
        return new Counted(
                count(outcome.agencies(), AgencyChange.Created.class),
                count(outcome.agencies(), AgencyChange.Changed.class),
                count(outcome.agencies(), AgencyChange.Moved.class),
                Math.max(0, outcome.unchangedAgencies()));
    }

    private static long count(List<?> changes, Class<?> kind) {
        return changes.stream().filter(kind::isInstance).count();
    }

    private static Counted people(ImportDirectory.Outcome outcome) {
        List<BookImport.ImportedChange> all =
                outcome.items().values().stream().flatMap(List::stream).toList();
        long created = all.stream().filter(it -> it.before() == null).count();
        return new Counted(created, all.size() - created, 0, outcome.unchangedItems());
    }

    private static ChangeView change(AgencyChange change, @Nullable String place, UnaryOperator<String> shown) {
        String at = place == null ? null : shown.apply(place);
        String code = change.code().value();
        if (change instanceof AgencyChange.Created created) {
            return new ChangeView(at, "agency", code, null, "created", fields(null, ItemJson.show(created.agency())));
        }
        if (change instanceof AgencyChange.Changed changed) {
            return new ChangeView(
                    at,
                    "agency",
                    code,
                    null,
                    "changed",
                    fields(ItemJson.show(changed.before()), ItemJson.show(changed.agency())));
        }
        return new ChangeView(at, "agency", code, null, "moved", List.of());
    }

    private static ChangeView change(AgencyCode agency, BookImport.ImportedChange taken, UnaryOperator<String> shown) {
        BookItem before = taken.before();
        BookItem after = taken.after().value();
        return new ChangeView(
                shown.apply(taken.place()),
                after.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                agency.value(),
                taken.id(),
                before == null ? "created" : "changed",
                fields(before == null ? null : ItemJson.show(taken.id(), before), ItemJson.show(taken.id(), after)));
    }

    /** Every field that differs, relations one by one. */
    private static List<FieldView> fields(@Nullable JsonNode before, JsonNode after) {
        JsonNode old = before == null ? MissingNode.getInstance() : before;
        List<FieldView> fields = new ArrayList<>();
        compare("", old, after, fields);
        return fields;
    }

    private static void compare(String prefix, JsonNode old, JsonNode fresh, List<FieldView> fields) {
        var names = new TreeSet<String>();
        old.fieldNames().forEachRemaining(names::add);
        fresh.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode one = old.path(name);
            JsonNode other = fresh.path(name);
            if (one.isObject() || other.isObject()) {
                compare(prefix + name + "/", one, other, fields);
            } else if (!one.equals(other) && !name.equals("id")) {
                fields.add(new FieldView(prefix + name, valueOrNull(one), valueOrNull(other)));
            }
        }
    }

    private static @Nullable JsonNode valueOrNull(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty() ? null : value;
    }
}
