package org.tongbao.contacts.agency.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fact;

/**
 * 機關: what people file about it. Its path and everything else that follows from the tree is worked out.
 *
 * @param procedure id of the procedure it works under
 * @param parent the agency it stands below, null for the root alone
 * @param responsibilityLevel 資通安全責任等級 {@code A} to {@code E}
 * @param zone IANA name for calendar limits
 * @param languages in order of preference
 * @param oid 機關物件識別碼, {@code 2.16.886.101.20003}
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
        List<String> languages,
        Set<CiSector> sectors,
        @Nullable String oid,
        AgencyState state)
        implements Fact {
    /** What agencies are called in the ledger. */
    public static final String LEDGER_KIND = "agency";

    /** What it means to say nothing of them, by component. */
    public static final Map<String, Object> DEFAULTS = Map.of(
            "relations",
            Relations.NONE,
            "zone",
            "Asia/Taipei",
            "languages",
            List.of("zh-TW"),
            "sectors",
            Set.of(),
            "state",
            AgencyState.ACTIVE);

    public Agency {
        languages = List.copyOf(languages);
        sectors = Set.copyOf(sectors);
    }

    public boolean isDissolved() {
        return state == AgencyState.DISSOLVED;
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
                        other.languages,
                        sectors,
                        oid,
                        state)
                .equals(other);
    }
}
