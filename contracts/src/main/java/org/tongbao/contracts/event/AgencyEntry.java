package org.tongbao.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 機關: everything the other services need to know of one agency, as a whole snapshot. A reader keeps the entry with the
 * higher {@code version}.
 *
 * @param agency code such as {@code TPE-EDU}
 * @param version grows with each change of this agency
 * @param treeVersion grows with each change of the tree, the same for all entries of one change
 * @param kind one of {@code competent-authority, central-authority, city-government, bureau, district, subordinate,
 *     administrative-corporation, school, critical-infrastructure-provider}
 * @param procedure id of the procedure it works under, such as {@code s2-taipei-113}
 * @param path codes from the root to this agency, both included
 * @param responsibilityLevel 資通安全責任等級 {@code A} to {@code E}
 * @param zone IANA name for calendar limits
 * @param languages in order of preference, {@code zh-TW} or {@code en}
 */
public record AgencyEntry(
        String agency,
        long version,
        long treeVersion,
        String name,
        @Nullable String nameEnglish,
        String kind,
        String procedure,
        List<String> path,
        Relations relations,
        @Nullable String responsibilityLevel,
        String zone,
        List<String> languages)
        implements DirectoryPayload {

    /**
     * Who stands in which relation to the agency; one agency may fill several of them.
     *
     * @param superior 上級機關
     * @param supervising 監督機關
     * @param cityBureau 資訊局, for agencies of a city
     * @param sectorAuthority 中央目的事業主管機關
     * @param receiving 受通報機關: who receives its reports
     * @param reviewers who reviews the level, first the one who must, then who takes over when it is missed
     */
    public record Relations(
            @Nullable String superior,
            @Nullable String supervising,
            @Nullable String cityBureau,
            @Nullable String sectorAuthority,
            @Nullable String receiving,
            List<String> reviewers) {}
}
