package org.tongbao.contacts.people.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.contacts.duty.domain.DutyOverride;
import org.tongbao.contacts.duty.domain.DutySwap;
import org.tongbao.contacts.duty.domain.HolidayCalendar;
import org.tongbao.contacts.duty.domain.Rotation;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contracts.procedure.Keyed;

/** The kinds of items a book may hold; {@link #key()} is what the ledger, the journal and the tables call them. */
public enum ItemKind implements Keyed {
    CONTACT(Contact.class, Map.of("language", "zh-TW", "teamRoles", Set.of())),
    DEPUTYSHIP(Deputyship.class, Map.of("permissions", List.of()), "contact", "from"),
    ABSENCE(Absence.class, Map.of(), "contact", "from"),
    SHIFT(Shift.class, Map.of(), "role", "contact", "from"),
    ROTATION(Rotation.class, Map.of(), "role"),
    DUTY_OVERRIDE(DutyOverride.class, Map.of(), "role", "from"),
    DUTY_SWAP(DutySwap.class, Map.of("state", DutySwap.State.PROPOSED)),
    HOLIDAY_CALENDAR(HolidayCalendar.class, Map.of(), "name"),
    CONTACT_ACCOUNT(ContactAccount.class, Map.of(), "contact"),
    CHANNEL_PROOF(ChannelProof.class, Map.of(), "contact", "channel");

    private final Class<? extends BookItem> type;
    private final Map<String, Object> defaults;
    private final List<String> identity;

    ItemKind(Class<? extends BookItem> type, Map<String, Object> defaults, String... identity) {
        this.type = type;
        this.defaults = defaults;
        this.identity = List.of(identity);
    }

    /** What a new item says where nothing is said, by component. */
    public Map<String, Object> defaults() {
        return defaults;
    }

    /** Components by which a repeated import means the same item; empty for a kind that is known by its id alone. */
    public List<String> identity() {
        return identity;
    }

    public Class<? extends BookItem> type() {
        return type;
    }

    public static ItemKind of(BookItem item) {
        return of(item.getClass());
    }

    public static ItemKind of(Class<? extends BookItem> type) {
        return Arrays.stream(values()).filter(it -> it.type == type).findFirst().orElseThrow();
    }

    /** The kind with this key; the ledger holds no other. */
    public static ItemKind of(String key) {
        return Keyed.find(ItemKind.class, key)
                .orElseThrow(() -> new IllegalArgumentException("no kind of item: " + key));
    }
}
