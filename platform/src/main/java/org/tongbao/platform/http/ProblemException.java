package org.tongbao.platform.http;

import java.util.List;
import java.util.Map;
import org.tongbao.contracts.Text;

/** Ends a request with a problem (RFC 9457). */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Refuses a body, with everything that is wrong with it. */
    public static ProblemException invalid(String slug, Text title, List<Violation> violations) {
        int count = violations.size();
        Text detail = new Text(
                "有 " + count + " 處需要修正，未存入任何資料。",
                count + (count == 1 ? " place needs" : " places need") + " correction; nothing was stored.");
        return new ProblemException(new Problem(400, slug, title, detail, violations, Map.of()));
    }

    public static ProblemException of(int status, String slug, Text title, Text detail) {
        return new ProblemException(new Problem(status, slug, title, detail, List.of(), Map.of()));
    }

    /** A thing that does not exist, or that the caller may not know of: the same answer. */
    public static ProblemException notFound() {
        return of(
                404,
                "not-found",
                new Text("查無此資料", "Not found"),
                new Text("這個位址沒有您可以查看的資料。", "There is nothing here that you may see."));
    }
}
