package org.tongbao.escalation.call.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The call sheet as it is looked up: a caller sees the calls to people of his own agency and of those below it. Within a
 * transaction of the caller, where nothing else is said.
 */
public interface PhoneTaskQueries {
    Uni<List<NoticeCall>> noticeCalls(Filter filter);

    Uni<Optional<NoticeCall>> noticeCall(UUID id);

    Uni<List<DirectoryCall>> directoryCalls(DirectoryFilter filter);

    Uni<Optional<DirectoryCall>> directoryCall(UUID id);

    /** The codes that these messages still carry. Within a transaction of the engine: callers hold no right to them. */
    Uni<Map<UUID, String>> codes(Collection<UUID> messageIds);

    /**
     * @param open those that wait for a call, or those that are done
     * @param afterLevel cursor, with {@code afterId}
     */
    record Filter(
            boolean open,
            @Nullable UUID incident,
            @Nullable Integer afterLevel,
            @Nullable UUID afterId,
            int limit) {
        /** Whether the page before ended among the calls of the directory, which stand last. */
        boolean afterDirectory() {
            return afterLevel != null && afterLevel == 0;
        }
    }

    /**
     * @param open those that wait for a call, or those that are done
     * @param after cursor: the id of the last call of the page before
     */
    record DirectoryFilter(boolean open, @Nullable UUID after, int limit) {}
}
