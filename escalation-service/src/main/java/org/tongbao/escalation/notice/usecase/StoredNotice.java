package org.tongbao.escalation.notice.usecase;

import org.tongbao.escalation.notice.domain.Decision;
import org.tongbao.escalation.notice.domain.Notice;

/** A notice with its header. */
public record StoredNotice(Notice notice, NoticeHeader header) {

    ChangedNotice changed(Decision decision) {
        return new ChangedNotice(notice, new StoredNotice(decision.notice(), header), decision.changes());
    }
}
