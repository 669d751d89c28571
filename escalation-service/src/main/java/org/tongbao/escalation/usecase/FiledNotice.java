package org.tongbao.escalation.usecase;

import java.util.List;
import org.tongbao.escalation.domain.Decision;
import org.tongbao.escalation.domain.Notice;
import org.tongbao.escalation.domain.NoticeChange;

/** A notice with its heading. */
public record FiledNotice(Notice notice, Heading heading) {

    /**
     * What became of it.
     *
     * @param before null when it is new
     */
    public record Changed(
            @org.jspecify.annotations.Nullable Notice before, FiledNotice after, List<NoticeChange> changes) {}

    Changed changed(Decision decision) {
        return new Changed(notice, new FiledNotice(decision.notice(), heading), decision.changes());
    }
}
