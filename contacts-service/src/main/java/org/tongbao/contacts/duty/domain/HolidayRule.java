package org.tongbao.contacts.duty.domain;

import org.tongbao.contracts.procedure.Keyed;

/** What public holidays (國定假日) mean to a layer. */
public enum HolidayRule implements Keyed {
    /** Nothing. */
    ANY,
    /** It has somebody on holidays alone. */
    ONLY,
    /** It has nobody on holidays. */
    NEVER;

    boolean holds(boolean holiday) {
        return switch (this) {
            case ANY -> true;
            case ONLY -> holiday;
            case NEVER -> !holiday;
        };
    }
}
