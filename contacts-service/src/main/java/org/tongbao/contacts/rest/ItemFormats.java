package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.duty.domain.DutyOverride;
import org.tongbao.contacts.duty.domain.DutySwap;
import org.tongbao.contacts.duty.domain.HolidayCalendar;
import org.tongbao.contacts.duty.domain.Rotation;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contacts.people.domain.Absence;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactAccount;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.platform.http.RequestBody;

/** The formats of all kinds of items that are sent and shown. */
@ApplicationScoped
public class ItemFormats {
    private final ItemJson json;
    private final List<ItemFormat<?>> all;

    ItemFormats(ItemJson json, ItemChecks checks) {
        this.json = json;
        all = List.of(
                format(Contact.class, "contact", checks::contact),
                format(Deputyship.class, "deputyship", tree -> List.of()),
                format(Absence.class, "absence", tree -> List.of()),
                format(Shift.class, "shift", tree -> List.of()),
                format(Rotation.class, "rotation", ItemChecks::rotation),
                format(DutyOverride.class, "override", tree -> List.of()),
                format(DutySwap.class, "swap", tree -> List.of()),
                format(ContactAccount.class, "account", tree -> List.of()),
                format(HolidayCalendar.class, "holidays", ItemChecks::holidays));
    }

    private <T extends BookItem> ItemFormat<T> format(
            Class<T> kind, String schema, Function<JsonNode, List<ValidationError>> errors) {
        var body = RequestBody.of(JsonNode.class, "schemas/" + schema + ".json", Refusals.SLUG, Refusals.TITLE);
        return new ItemFormat<>(kind, body, errors, json);
    }

    @SuppressWarnings("unchecked")
    public <T extends BookItem> ItemFormat<T> of(Class<T> kind) {
        return (ItemFormat<T>) formatsOf(kind).findFirst().orElseThrow();
    }

    /** Whether items of this kind have an address of their own. */
    public boolean has(BookItem item) {
        return formatsOf(item.getClass()).findFirst().isPresent();
    }

    private Stream<ItemFormat<?>> formatsOf(Class<? extends BookItem> kind) {
        return all.stream().filter(it -> it.kind() == kind);
    }
}
