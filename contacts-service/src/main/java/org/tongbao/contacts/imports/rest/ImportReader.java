package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.ItemJson;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;
import org.tongbao.platform.time.Clock;

/** Reads a directory document item by item as it arrives, so that it never stands in memory as a tree. */
@ApplicationScoped
class ImportReader {
    static final int MOST_ITEMS = 100_000;

    /** The arrays of a directory document behind that of the agencies, as it is read and written. */
    static final Map<String, ItemKind> ITEMS = items();

    private static final int MAX_DEPTH = 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(40)
                        .build());
    }

    private final ItemFormats formats;
    private final ItemJson json;
    private final Certificates certificates;
    private final Clock clock;

    ImportReader(ItemFormats formats, ItemJson json, Certificates certificates, Clock clock) {
        this.formats = formats;
        this.json = json;
        this.certificates = certificates;
        this.clock = clock;
    }

    private static Map<String, ItemKind> items() {
        Map<String, ItemKind> items = new LinkedHashMap<>();
        items.put("contacts", ItemKind.CONTACT);
        items.put("deputies", ItemKind.DEPUTYSHIP);
        items.put("absences", ItemKind.ABSENCE);
        items.put("shifts", ItemKind.SHIFT);
        items.put("rotations", ItemKind.ROTATION);
        items.put("overrides", ItemKind.DUTY_OVERRIDE);
        items.put("holidays", ItemKind.HOLIDAY_CALENDAR);
        return items;
    }

    ImportParts parts() {
        return new ImportParts(formats, json, certificates, clock.now());
    }

    /**
     * @throws IOException when the body does not arrive
     */
    ImportedDocument document(InputStream body) throws IOException {
        ImportParts parts = parts();
        try (JsonParser parser = MAPPER.createParser(body)) {
            read(parser, parts);
        } catch (JsonProcessingException e) {
            throw malformed();
        }
        return new ImportedDocument(parts.document(), parts.violations(), UnaryOperator.identity());
    }

    private static ProblemException malformed() {
        return ProblemException.invalid(
                Refusals.SLUG,
                Refusals.TITLE,
                List.of(new Violation(
                        "",
                        "malformed-json",
                        new Text("內容不是正確的 JSON（UTF-8）。", "The body is not well-formed JSON (UTF-8)."))));
    }

    private static void read(JsonParser parser, ImportParts parts) throws IOException {
        if (parser.nextToken() == null) {
            throw malformed();
        }
        if (!parser.isExpectedStartObjectToken()) {
            parts.refuse("", "wrong-type", new Text("型別不符，應為 object。", "Wrong type, expected object."));
            parser.skipChildren();
        } else {
            Map<String, BiConsumer<String, ObjectNode>> sections = sections(parts);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readSection(parser, parts, sections);
            }
        }
        if (parser.nextToken() != null) {
            throw malformed();
        }
    }

    private static Map<String, BiConsumer<String, ObjectNode>> sections(ImportParts parts) {
        Map<String, BiConsumer<String, ObjectNode>> sections = new LinkedHashMap<>();
        sections.put("agencies", parts::agency);
        ITEMS.forEach((name, kind) -> sections.put(name, (place, tree) -> parts.item(place, tree, kind)));
        return sections;
    }

    private static void readSection(
            JsonParser parser, ImportParts parts, Map<String, BiConsumer<String, ObjectNode>> sections)
            throws IOException {
        String name = parser.currentName();
        BiConsumer<String, ObjectNode> section = sections.get(name);
        String place = "/" + name.replace("~", "~0").replace("/", "~1");
        parser.nextToken();
        if (section == null) {
            String known = String.join(", ", sections.keySet());
            parts.refuse(place, "unknown-field", new Text("沒有這個欄位；可用：" + known, "No such field; there are " + known));
            parser.skipChildren();
        } else if (!parser.isExpectedStartArrayToken()) {
            parts.refuse(place, "wrong-type", new Text("型別不符，應為 array。", "Wrong type, expected array."));
            parser.skipChildren();
        } else {
            readItems(parser, parts, place, section);
        }
    }

    private static void readItems(
            JsonParser parser, ImportParts parts, String place, BiConsumer<String, ObjectNode> section)
            throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == MOST_ITEMS) {
                parts.refuse(
                        place, "too-long", new Text("超過上限 " + MOST_ITEMS + "。", "Longer than " + MOST_ITEMS + "."));
            }
            if (i >= MOST_ITEMS) {
                parser.skipChildren();
                continue;
            }
            JsonNode item = MAPPER.readTree(parser);
            if (item instanceof ObjectNode object) {
                parts.refuseTiming(place + "/" + i, object);
                section.accept(place + "/" + i, object);
            } else {
                parts.refuse(
                        place + "/" + i, "wrong-type", new Text("型別不符，應為 object。", "Wrong type, expected object."));
            }
        }
    }
}
