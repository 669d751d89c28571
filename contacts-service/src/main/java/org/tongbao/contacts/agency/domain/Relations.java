package org.tongbao.contacts.agency.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in which relation to an agency; one agency may fill several.
 *
 * @param superior 上級機關
 * @param supervising 監督機關
 * @param cityBureau 資訊局
 * @param sectorAuthority 中央目的事業主管機關
 * @param receiving 受通報機關
 * @param reviewers first the one who must review, then who takes over
 */
public record Relations(
        @Nullable AgencyCode superior,
        @Nullable AgencyCode supervising,
        @Nullable AgencyCode cityBureau,
        @Nullable AgencyCode sectorAuthority,
        @Nullable AgencyCode receiving,
        List<AgencyCode> reviewers) {
    public static final Relations NONE = new Relations(null, null, null, null, null, List.of());

    public Relations {
        reviewers = List.copyOf(reviewers);
    }

    /** Every agency named, by the place where it is named: {@code cityBureau}, {@code reviewers/1}. */
    public Map<String, AgencyCode> named() {
        Map<String, AgencyCode> named = new LinkedHashMap<>();
        put(named, "superior", superior);
        put(named, "supervising", supervising);
        put(named, "cityBureau", cityBureau);
        put(named, "sectorAuthority", sectorAuthority);
        put(named, "receiving", receiving);
        for (int i = 0; i < reviewers.size(); i++) {
            named.put("reviewers/" + i, reviewers.get(i));
        }
        return named;
    }

    private static void put(Map<String, AgencyCode> named, String place, @Nullable AgencyCode agency) {
        if (agency != null) {
            named.put(place, agency);
        }
    }
}
