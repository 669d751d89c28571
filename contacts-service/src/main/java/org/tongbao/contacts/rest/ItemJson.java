package org.tongbao.contacts.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Addresses;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.channel.domain.PhoneNumbers;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contacts.json.DirectoryJson;
import org.tongbao.contacts.json.TextTypes;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contracts.procedure.Keyed;

/** Agencies and items as they are sent, read only after they passed their schema, and as they are shown. */
@ApplicationScoped
public class ItemJson {
    private static final ObjectMapper SHOWN = DirectoryJson.mapper();

    private final ObjectMapper sent;

    ItemJson(PhoneNumbers phoneNumbers, Certificates certificates) {
        var addresses = new Addresses(phoneNumbers);
        sent = DirectoryJson.mapper()
                .copy()
                .registerModule(new TextTypes()
                        .read(Channel.class, it -> channel(it, addresses))
                        .read(Certificate.class, it -> certificates
                                .read(it.path("value").asText())
                                .orElseThrow()
                                .certificate()));
    }

    private static Channel channel(JsonNode tree, Addresses addresses) {
        ChannelType type =
                Keyed.find(ChannelType.class, tree.path("type").asText()).orElseThrow();
        return new Channel(
                type, addresses.written(type, tree.path("value").asText()).orElseThrow());
    }

    <T extends BookItem> T read(Class<T> kind, JsonNode tree) {
        return read(sent, kind, ItemKind.of(kind).defaults(), tree);
    }

    public static Agency agency(JsonNode tree, AgencyCode code) {
        ObjectNode named = ((ObjectNode) tree).deepCopy().put("code", code.value());
        return read(SHOWN, Agency.class, Agency.DEFAULTS, named);
    }

    private static <T> T read(ObjectMapper mapper, Class<T> type, Map<String, Object> defaults, JsonNode tree) {
        ObjectNode whole = SHOWN.valueToTree(defaults);
        try {
            return mapper.treeToValue(whole.setAll((ObjectNode) tree), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the schema of " + type.getSimpleName() + " lets through what cannot be bound", e);
        }
    }

    /** What is said of the components of a record, by name. What cannot be read is left out: the schema says what is wrong. */
    public Map<String, Object> fields(Class<?> type, JsonNode tree) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : RecordFields.components(type)) {
            JsonNode value = tree.path(component.getName());
            if (!value.isMissingNode() && !value.isNull()) {
                try {
                    fields.put(
                            component.getName(),
                            sent.readerFor(sent.constructType(component.getGenericType()))
                                    .readValue(value));
                } catch (IOException e) {
                    // is refused already
                }
            }
        }
        return fields;
    }

    public static ObjectNode show(UUID id, BookItem item) {
        ObjectNode shown = SHOWN.createObjectNode().put("id", id.toString());
        return shown.setAll(SHOWN.<ObjectNode>valueToTree(item));
    }

    /** What people file about an agency, without what follows from the tree. */
    public static ObjectNode show(Agency agency) {
        return SHOWN.valueToTree(agency);
    }
}
