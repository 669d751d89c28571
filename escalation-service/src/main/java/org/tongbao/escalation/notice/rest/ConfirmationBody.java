package org.tongbao.escalation.notice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.lateral.usecase.ConfirmationDecision;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/**
 * @param decision {@code CONFIRMED} to notify the affected agencies, {@code DECLINED} not to
 * @param reason needed to decline
 */
@Schema(name = "LateralConfirmation")
record ConfirmationBody(String decision, @Nullable String reason) {
    private static final RequestBody<ConfirmationBody> BODY = RequestBody.of(
            ConfirmationBody.class,
            "schemas/confirmation.json",
            "invalid-confirmation",
            new Text("決定內容需要修正", "The decision needs correction"));
    private static final Violation NO_REASON =
            new Violation("/reason", "missing", new Text("不通報須敘明理由。", "Declining needs a reason."));

    static ConfirmationDecision read(byte[] body) {
        ConfirmationBody given = BODY.read(body, ConfirmationBody::violations);
        return new ConfirmationDecision(ConfirmationDecision.Outcome.valueOf(given.decision()), given.reason());
    }

    private static List<Violation> violations(JsonNode tree) {
        return tree.path("decision").asText().equals(ConfirmationDecision.Outcome.DECLINED.name())
                        && !tree.has("reason")
                ? List.of(NO_REASON)
                : List.of();
    }
}
