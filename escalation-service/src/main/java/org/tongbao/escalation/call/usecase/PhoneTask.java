package org.tongbao.escalation.call.usecase;

import java.util.UUID;
import java.util.function.Function;

/** A call on the duty desk's sheet, of a notice or of the directory. */
public sealed interface PhoneTask permits NoticeCall, DirectoryCall {
    UUID id();

    /** Calls of a higher level stand first; those of the directory stand last. */
    int level();

    <T> T match(Function<NoticeCall, T> ofNotice, Function<DirectoryCall, T> ofDirectory);
}
