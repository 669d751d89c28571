package org.tongbao.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.tongbao.contracts.Text;

/** Puts what the schema validator found into the words of our violations. */
final class SchemaViolations {
    private static final int NEAR = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private SchemaViolations() {}

    static List<Violation> of(Collection<ValidationMessage> messages, JsonNode schema) {
        return messages.stream()
                .map(message -> violation(message, schema))
                .distinct()
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
    }

    private static Violation violation(ValidationMessage message, JsonNode schema) {
        String at = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "additionalProperties", "unevaluatedProperties" -> unknownField(at, message, schema);
            case "required", "dependentRequired" ->
                new Violation(
                        at + "/" + message.getProperty(), "missing", new Text("必須填寫。", "This field is required."));
            case "type" ->
                new Violation(
                        at,
                        "wrong-type",
                        new Text(
                                "型別不符，應為 " + argument(message, 1) + "。",
                                "Wrong type, expected " + argument(message, 1) + "."));
            case "enum", "const" ->
                new Violation(
                        at,
                        "unknown-value",
                        new Text("不是可用的值，可用：" + argument(message, 0), "Not one of " + argument(message, 0)));
            case "maxLength", "maxItems" ->
                new Violation(
                        at,
                        "too-long",
                        new Text("超過上限 " + argument(message, 0) + "。", "Longer than " + argument(message, 0) + "."));
            case "minLength", "minItems" ->
                new Violation(
                        at,
                        "too-short",
                        new Text("少於 " + argument(message, 0) + "。", "Shorter than " + argument(message, 0) + "."));
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                new Violation(
                        at,
                        "out-of-range",
                        new Text(
                                "超出範圍，界限 " + argument(message, 0) + "。",
                                "Out of range, the bound is " + argument(message, 0) + "."));
            case "format" -> new Violation(at, "wrong-format", wrongFormat(argument(message, 0)));
            case "pattern" -> new Violation(at, "wrong-format", new Text("格式不符。", "Wrong format."));
            default ->
                new Violation(
                        at,
                        message.getType(),
                        new Text("不符規定（" + message.getType() + "）。", "Violates " + message.getType() + "."));
        };
    }

    /** Libraries leave out seconds that are zero, and many a portal will meet this. */
    private static Text wrongFormat(String format) {
        return format.equals("date-time")
                ? new Text(
                        "時間須寫到秒並帶時差，例如 2026-11-20T10:00:00+08:00。",
                        "A time needs its seconds and its offset, such as 2026-11-20T10:00:00+08:00.")
                : new Text("格式不符：" + format + "。", "Not a " + format + ".");
    }

    private static Violation unknownField(String at, ValidationMessage message, JsonNode schema) {
        String field = String.valueOf(message.getProperty());
        Optional<String> meant = nearest(field, knownFields(message, schema));
        return new Violation(
                at + "/" + field.replace("~", "~0").replace("/", "~1"),
                "unknown-field",
                new Text(
                        meant.map(it -> "沒有這個欄位；您是否要填 " + it + "？").orElse("沒有這個欄位。"),
                        meant.map(it -> "No such field; did you mean " + it + "?")
                                .orElse("No such field.")));
    }

    private static List<String> knownFields(ValidationMessage message, JsonNode schema) {
        String owner = message.getSchemaLocation().getFragment().getParent().toString();
        List<String> names = new ArrayList<>();
        schema.at(owner + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Optional<String> nearest(String field, List<String> known) {
        return known.stream()
                .map(it -> new Near(it, DISTANCE.apply(field, it)))
                .filter(it -> it.distance() <= NEAR)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::name);
    }

    private record Near(String name, int distance) {}

    private static String argument(ValidationMessage message, int index) {
        Object[] arguments = message.getArguments();
        return arguments == null || arguments.length <= index ? "" : String.valueOf(arguments[index]);
    }
}
