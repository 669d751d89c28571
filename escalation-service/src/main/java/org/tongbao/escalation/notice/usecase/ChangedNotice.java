package org.tongbao.escalation.notice.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;

/**
 * A notice with what changed in it.
 *
 * @param before null when it is new
 */
public record ChangedNotice(@Nullable Notice before, StoredNotice after, List<NoticeChange> changes) {}
