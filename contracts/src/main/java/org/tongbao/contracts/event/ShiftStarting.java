package org.tongbao.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody goes on duty soon.
 *
 * @param role such as {@code reviewer}
 * @param from when the duty begins
 * @param until exclusive; when it ends as far as is known
 * @param insteadOf name of the absent person whose duty it is; null for one's own
 */
public record ShiftStarting(
        String agency,
        Addressee to,
        String role,
        Instant from,
        Instant until,
        @Nullable String insteadOf) implements DirectoryMessage {}
