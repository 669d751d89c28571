package org.tongbao.contacts.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 機關: what people file about it. Its path and everything else that follows from the tree is worked out.
 *
 * @param procedure id of the procedure it works under
 * @param parent the agency it stands below, null for the root alone
 * @param responsibilityLevel 資通安全責任等級 {@code A} to {@code E}
 * @param zone IANA name for calendar limits
 * @param languages in order of preference
 */
public record Agency(
        AgencyCode code,
        String name,
        @Nullable String nameEnglish,
        AgencyKind kind,
        String procedure,
        @Nullable AgencyCode parent,
        Relations relations,
        @Nullable String responsibilityLevel,
        String zone,
        List<String> languages) {
    public Agency {
        languages = List.copyOf(languages);
    }

    /** Whether only names and languages differ, which an agency may say of itself. */
    boolean standsAs(Agency other) {
        return new Agency(
                        code,
                        other.name,
                        other.nameEnglish,
                        kind,
                        procedure,
                        parent,
                        relations,
                        responsibilityLevel,
                        zone,
                        other.languages)
                .equals(other);
    }
}
