package org.tongbao.escalation.notice.domain;

import java.util.ArrayList;
import java.util.List;

/** A notice as it is now, and what changed. */
public record Decision(Notice notice, List<NoticeChange> changes) {
    public Decision {
        changes = List.copyOf(changes);
    }

    Decision after(List<NoticeChange> earlier) {
        List<NoticeChange> all = new ArrayList<>(earlier);
        all.addAll(changes);
        return new Decision(notice, all);
    }
}
