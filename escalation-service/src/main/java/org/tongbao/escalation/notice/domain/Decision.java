package org.tongbao.escalation.notice.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A notice as it is now, and what changed. */
public record Decision(Notice notice, List<NoticeChange> changes) {
    public Decision {
        changes = List.copyOf(changes);
    }

    /** What follows next. */
    public Decision then(Function<Notice, Decision> next) {
        return next.apply(notice).after(changes);
    }

    Decision after(List<NoticeChange> earlier) {
        List<NoticeChange> all = new ArrayList<>(earlier);
        all.addAll(changes);
        return new Decision(notice, all);
    }
}
