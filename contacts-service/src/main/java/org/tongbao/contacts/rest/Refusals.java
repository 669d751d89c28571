package org.tongbao.contacts.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.Problem;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** A "no" of the domain as an answer. */
public class Refusals {
    /** How many of what is wrong with an import are listed. */
    public static final int LISTED = 1_000;

    public static final String SLUG = "invalid-directory-entry";
    public static final Text TITLE = new Text("機關或聯絡資料需要修正", "The directory entry needs correction");

    private static final Text OUTSIDE =
            RefusalTexts.of(Refused.Reason.OUTSIDE_SCOPE).title();
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @ServerExceptionMapper
    public Response refused(Refused refused, HttpHeaders headers, UriInfo uri) {
        return problem(refused).response(headers, uri);
    }

    private static Problem problem(Refused refused) {
        return switch (refused.reason()) {
            case UNKNOWN -> ProblemException.notFound().problem();
            case FAULTY ->
                ProblemException.invalid(SLUG, TITLE, violations(refused.errors()))
                        .problem();
            case UNCONDITIONAL -> preconditionRequired();
            case STALE -> ETags.stale().problem();
            case OUTSIDE_SCOPE, ANOTHERS_ENTRY, ANOTHERS_DUTY -> problem(refused, 403);
            case NOT_PENDING, IN_USE, NO_CODE_FOR_CHANNEL, NO_CODE, DECIDED, OUTDATED -> problem(refused, 409);
            case WRONG_CODE -> problem(refused, 422);
            case TOO_MANY_TRIES -> problem(refused, 429);
        };
    }

    private static Problem problem(Refused refused, int status) {
        RefusalTexts.ProblemText text = RefusalTexts.of(refused.reason());
        return new Problem(status, text.slug(), text.title(), text.detail(), violations(refused.errors()), Map.of());
    }

    private static Problem preconditionRequired() {
        try {
            ETags.required(null);
            throw new IllegalStateException("a missing If-Match must not pass");
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    /** An import is refused with all that is wrong, the first {@value #LISTED} of it listed. */
    public static ProblemException ofImport(List<Violation> violations, List<ValidationError> errors) {
        int count = violations.size();
        Text detail = new Text(
                "有 " + count + " 處需要修正（至多列出 " + LISTED + " 處），未存入任何資料。",
                count + " to correct, of which at most " + LISTED + " are listed; nothing was stored.");
        boolean outside = errors.stream().anyMatch(it -> it.reason() == ValidationError.Reason.OUTSIDE_SCOPE);
        return new ProblemException(new Problem(
                outside ? 403 : 400,
                outside ? "outside-scope" : SLUG,
                outside ? OUTSIDE : TITLE,
                detail,
                violations.stream().limit(LISTED).toList(),
                Map.of()));
    }

    /** By place, line 2 before line 10. */
    public static List<Violation> inOrder(List<Violation> violations) {
        return violations.stream()
                .sorted(Comparator.comparing(it -> NUMBER.matcher(it.pointer())
                        .replaceAll(number ->
                                "0".repeat(Math.max(0, 9 - number.group().length())) + number.group())))
                .toList();
    }

    /** In the order of their places, as the platform gives those of a schema. */
    public static List<Violation> violations(List<ValidationError> errors) {
        return errors.stream()
                .sorted(Comparator.comparing(ValidationError::place))
                .map(Refusals::violation)
                .toList();
    }

    public static Violation violation(ValidationError error) {
        return new Violation(error.place(), error.reason().key(), RefusalTexts.of(error));
    }
}
