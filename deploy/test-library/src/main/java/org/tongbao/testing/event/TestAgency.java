package org.tongbao.testing.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AgencyEntry;

/** 機關: an agency of a test's directory, told by its path from the root; what a test does not say has a plain value. */
public record TestAgency(
        List<String> path,
        long version,
        String name,
        @Nullable String nameEnglish,
        String kind,
        String procedure,
        AgencyEntry.Relations relations) {
    private static final AgencyEntry.Relations NONE =
            new AgencyEntry.Relations(null, null, null, null, null, List.of());

    public static TestAgency at(String... path) {
        return new TestAgency(List.of(path), 1, path[path.length - 1], null, "subordinate", "s2-taipei-113", NONE);
    }

    public TestAgency version(long number) {
        return new TestAgency(path, number, name, nameEnglish, kind, procedure, relations);
    }

    public TestAgency named(String chinese, String english) {
        return new TestAgency(path, version, chinese, english, kind, procedure, relations);
    }

    public TestAgency underProcedure(String id) {
        return new TestAgency(path, version, name, nameEnglish, kind, id, relations);
    }

    public TestAgency related(AgencyEntry.Relations others) {
        return new TestAgency(path, version, name, nameEnglish, kind, procedure, others);
    }

    /**
     * @param superior its superior and supervising agency
     * @param bureau 資訊局 of its city, which receives its reports
     */
    public TestAgency related(@Nullable String superior, @Nullable String bureau, String... reviewers) {
        return related(new AgencyEntry.Relations(superior, superior, bureau, null, bureau, List.of(reviewers)));
    }

    public String code() {
        return path.get(path.size() - 1);
    }

    public AgencyEntry entry() {
        return new AgencyEntry(
                code(),
                version,
                version,
                name,
                nameEnglish,
                kind,
                procedure,
                path,
                relations,
                "B",
                "Asia/Taipei",
                List.of("zh-TW"));
    }
}
