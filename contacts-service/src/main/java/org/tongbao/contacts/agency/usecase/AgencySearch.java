package org.tongbao.contacts.agency.usecase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;

/**
 * @param by whose access the answer shows
 * @param text part of a code or a name, in either language
 * @param after code after which to go on
 */
public record AgencySearch(
        AgencyCode by,
        @Nullable String text,
        @Nullable Instant updatedSince,
        @Nullable String after,
        int limit) {}
