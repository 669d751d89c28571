package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/**
 * How one kind of item is read and shown, at its own address and in an import.
 *
 * @param body checks against the schema
 * @param errors what the schema cannot say
 */
public record ItemFormat<T extends BookItem>(
        Class<T> kind, RequestBody<JsonNode> body, Function<JsonNode, List<ValidationError>> errors, ItemJson json) {
    private static final int OURS = 7;

    /** An item as it was sent, and from when it shall hold. */
    public record Sent<T>(T item, EffectiveTime effectiveTime) {}

    /** Reads a new item. */
    public Sent<T> read(byte[] sent) {
        return read(body.tree(sent), null);
    }

    /** Reads an item sent to its own address. */
    public Sent<T> read(byte[] sent, UUID id) {
        return read(body.tree(sent), id);
    }

    JsonNode tree(byte[] sent) {
        return body.tree(sent);
    }

    /** Finds what is wrong with an item of an import, which may carry an id of its own. */
    public void check(JsonNode tree) {
        body.read(tree, it -> violations(it, idOf(tree)));
    }

    public Sent<T> read(JsonNode tree, @Nullable UUID id) {
        T item = json.read(kind, body.read(tree, it -> violations(it, id)));
        return new Sent<>(item, TimingParameters.effectiveTime(tree));
    }

    public static @Nullable UUID idOf(JsonNode tree) {
        String text = tree.path("id").asText("");
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null; // the schema says that it is no UUID
        }
    }

    private List<Violation> violations(JsonNode tree, @Nullable UUID id) {
        List<ValidationError> wrongId = new ArrayList<>();
        boolean isOther = tree.has("id") && (id == null || !id.equals(idOf(tree)));
        if (isOther || id != null && id.version() != OURS) {
            wrongId.add(ValidationError.at("/id", ValidationError.Reason.WRONG_ID));
        }
        return Refusals.violations(
                Stream.concat(wrongId.stream(), errors.apply(tree).stream()).toList());
    }

    public ObjectNode show(UUID id, BookItem shown) {
        return ItemJson.show(id, shown);
    }
}
