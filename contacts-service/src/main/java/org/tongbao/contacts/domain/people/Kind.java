package org.tongbao.contacts.domain.people;

import java.util.Arrays;
import org.tongbao.contracts.procedure.Keyed;

/** The kinds of items a book may hold; {@link #key()} is what the ledger, the journal and the tables call them. */
public enum Kind implements Keyed {
    CONTACT(Contact.class),
    DEPUTYSHIP(Deputyship.class),
    ABSENCE(Absence.class),
    SHIFT(Shift.class),
    ROTATION(Rotation.class),
    DUTY_OVERRIDE(DutyOverride.class),
    DUTY_SWAP(DutySwap.class),
    HOLIDAY_CALENDAR(HolidayCalendar.class),
    CONTACT_ACCOUNT(ContactAccount.class),
    CHANNEL_PROOF(ChannelProof.class);

    private final Class<? extends Item> type;

    Kind(Class<? extends Item> type) {
        this.type = type;
    }

    public Class<? extends Item> type() {
        return type;
    }

    public static Kind of(Item item) {
        return of(item.getClass());
    }

    public static Kind of(Class<? extends Item> type) {
        return Arrays.stream(values()).filter(it -> it.type == type).findFirst().orElseThrow();
    }

    /** The kind with this key; the ledger holds no other. */
    public static Kind of(String key) {
        return Keyed.find(Kind.class, key).orElseThrow(() -> new IllegalArgumentException("no kind of item: " + key));
    }
}
