package org.tongbao.review.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AgencyEntry;

/** A small Taipei: 資安署 above the city, its bureau 資訊局 beside the offices, and a county that has no part in it. */
public final class Directory {
    public static final String ROOT = "ACS";
    public static final String CITY = "TPE";
    public static final String BUREAU = "TPE-DOIT";
    public static final String OFFICE = "TPE-EDU";
    public static final String SCHOOL = "TPE-EDU-S1";
    public static final String SIBLING = "TPE-CIVIL";
    public static final String STRANGER = "HUA";

    private Directory() {}

    public static void publish(Events events) {
        List.of(
                        entry(ROOT, List.of(ROOT), null, null, List.of()),
                        entry(CITY, List.of(ROOT, CITY), ROOT, null, List.of(ROOT)),
                        entry(BUREAU, List.of(ROOT, CITY, BUREAU), CITY, null, List.of(BUREAU, ROOT)),
                        entry(OFFICE, List.of(ROOT, CITY, OFFICE), CITY, BUREAU, List.of(BUREAU, ROOT)),
                        entry(SCHOOL, List.of(ROOT, CITY, OFFICE, SCHOOL), OFFICE, BUREAU, List.of(BUREAU, ROOT)),
                        entry(SIBLING, List.of(ROOT, CITY, SIBLING), CITY, BUREAU, List.of(BUREAU, ROOT)),
                        entry(STRANGER, List.of(ROOT, STRANGER), ROOT, null, List.of(ROOT)))
                .forEach(events::send);
    }

    private static AgencyEntry entry(
            String code, List<String> path, @Nullable String superior, @Nullable String receiving, List<String> chain) {
        return entry(code, 1, path, superior, receiving, chain);
    }

    public static AgencyEntry entry(
            String code,
            long version,
            List<String> path,
            @Nullable String superior,
            @Nullable String receiving,
            List<String> chain) {
        return new AgencyEntry(
                code,
                version,
                version,
                code,
                null,
                "subordinate",
                "s2-taipei-113",
                path,
                new AgencyEntry.Relations(superior, superior, receiving, null, receiving, chain),
                "B",
                "Asia/Taipei",
                List.of("zh-TW"));
    }
}
