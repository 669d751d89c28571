package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.platform.time.Times;

/**
 * What was filed, and what became of it.
 *
 * @param change the same for all that was filed at once for one instant, takes effect at once and is withdrawn at once
 * @param kind {@code agency, contact, deputyship, absence, shift …}
 * @param item code of the agency, or id of the item
 * @param state {@code pending, in-force, superseded, withdrawn, refused}
 * @param refusal why it was refused when its time came
 * @param body absent when the item is removed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Change")
public record ChangeView(
        UUID id,
        UUID change,
        String kind,
        String item,
        String state,
        OffsetDateTime effectiveFrom,
        OffsetDateTime filedAt,
        FilerView filedBy,
        boolean late,
        @Nullable String reason,
        @Nullable String refusal,
        @Nullable Object body) {
    record FilerView(String name, String agency) {}

    public static ChangeView of(LedgerEntry entry, @Nullable Object body) {
        return new ChangeView(
                entry.id(),
                entry.change(),
                entry.kind(),
                entry.item(),
                entry.state().key(),
                Times.shown(entry.effectiveFrom()),
                Times.shown(entry.filedAt()),
                new FilerView(entry.filedBy().name(), entry.filedBy().agency()),
                entry.late(),
                entry.reason(),
                entry.refusal(),
                body);
    }
}
