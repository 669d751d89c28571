package org.tongbao.platform.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/** Strong entity tags that carry the version people edit. */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("\\s*\"v(\\d{1,18})\"\\s*");

    private ETags() {}

    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * The version a change was made against.
     *
     * @throws ProblemException 428 without the header, 412 when it is no tag of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(new Problem(
                    428,
                    "precondition-required",
                    new Text("請附上 If-Match", "If-Match needed"),
                    new Text("請先讀取資料，再以其 ETag 作為 If-Match 送出修改。", "Read it first and send its ETag as If-Match."),
                    List.of(new Violation("header:If-Match", "missing", new Text("必須填寫。", "This header is required."))),
                    Map.of()));
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw stale();
        }
        return Long.parseLong(tag.group(1));
    }

    /** 412: somebody changed it meanwhile. */
    public static ProblemException stale() {
        return ProblemException.of(
                412,
                "stale",
                new Text("資料已被修改", "Changed meanwhile"),
                new Text("您修改的是舊版本，請重新讀取後再改。", "You changed an old version. Read it again, then change it."));
    }
}
