package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.AgencyInTree;
import org.tongbao.contacts.agency.usecase.ListedAgency;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.json.DirectoryJson;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/** How an agency is read and shown: whole within reach, else code, names and kind alone. */
public final class AgencyFormat {
    private static final RequestBody<JsonNode> BODY =
            RequestBody.of(JsonNode.class, "schemas/agency.json", Refusals.SLUG, Refusals.TITLE);
    private static final List<String> OPEN = List.of("code", "name", "nameEnglish", "kind");

    private AgencyFormat() {}

    public static JsonNode tree(byte[] sent) {
        return BODY.tree(sent);
    }

    public static Agency read(JsonNode tree, AgencyCode code) {
        return ItemJson.agency(check(tree, code), code);
    }

    /** Of an agency in an import, or among several, which says its code itself. */
    public static JsonNode check(JsonNode tree) {
        return check(tree, null);
    }

    private static JsonNode check(JsonNode tree, @Nullable AgencyCode expected) {
        return BODY.read(tree, it -> violations(it, expected));
    }

    /** What the schema cannot say. */
    private static List<Violation> violations(JsonNode tree, @Nullable AgencyCode expected) {
        List<ValidationError> errors = new ArrayList<>();
        JsonNode zone = tree.path("zone");
        if (zone.isTextual() && !isZone(zone.textValue())) {
            errors.add(new ValidationError("/zone", ValidationError.Reason.UNKNOWN_ZONE, zone.textValue()));
        }
        JsonNode code = tree.path("code");
        if (expected != null && code.isTextual() && !code.textValue().equals(expected.value())) {
            errors.add(ValidationError.at("/code", ValidationError.Reason.WRONG_ID));
        }
        return Refusals.violations(errors);
    }

    static boolean isZone(String text) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }

    public static ObjectNode show(ListedAgency listed) {
        Agency agency = listed.placed().agency();
        if (listed.access().mayRead()) {
            return whole(listed.placed());
        }
        // That an agency is no more is as open as its name: nobody should name it as affected.
        List<String> open = new ArrayList<>(OPEN);
        if (agency.isDissolved()) {
            open.add("state");
        }
        return ItemJson.show(agency).retain(open);
    }

    private static ObjectNode whole(AgencyInTree placed) {
        ObjectNode shown = ItemJson.show(placed.agency());
        placed.path().forEach(it -> shown.withArray("/path").add(it.value()));
        return shown.put("updatedAt", DirectoryJson.text(placed.updatedAt()));
    }
}
