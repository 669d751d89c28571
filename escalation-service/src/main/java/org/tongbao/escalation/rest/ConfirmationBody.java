package org.tongbao.escalation.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.usecase.AffectedAgencies.Decision;
import org.tongbao.escalation.usecase.ConfirmLateral;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/**
 * @param decision {@code CONFIRMED} to tell the affected agencies, {@code DECLINED} not to
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

    static ConfirmLateral.Said read(byte[] body) {
        ConfirmationBody said = BODY.read(body, ConfirmationBody::violations);
        return new ConfirmLateral.Said(Decision.valueOf(said.decision()), said.reason());
    }

    private static List<Violation> violations(JsonNode tree) {
        return tree.path("decision").asText().equals(Decision.DECLINED.name()) && !tree.has("reason")
                ? List.of(NO_REASON)
                : List.of();
    }
}
