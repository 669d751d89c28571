package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** What an authority reviews. Events carry the constant's name. */
public enum ReviewKind implements Named {
    LEVEL("等級審核", "level review"),
    /** Where the procedure has no review of it, the receipt of a 結報. */
    CLOSING("結案審核", "closing review");

    private final Text text;

    ReviewKind(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }

    /** Whether an event's {@code kind} is this one. */
    public boolean is(String kind) {
        return name().equals(kind);
    }
}
