package org.tongbao.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A released event only gains optional fields. The golden samples stand for what was released: they are never edited,
 * only added to.
 */
class EventEvolutionTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<EventType<?>> types() {
        return EventTypes.ALL.stream();
    }

    @Test
    void wireNamesAndTopicsAreWhatConsumersKnow() {
        assertThat(EventTypes.ALL)
                .extracting(type -> type.name() + " in " + type.topic())
                .containsExactlyInAnyOrder(
                        "tongbao.agency.entry.v1 in tongbao.agencies",
                        "tongbao.contacts.entry.v1 in tongbao.contacts",
                        "tongbao.directory.code-requested.v1 in tongbao.directory",
                        "tongbao.directory.shift-starting.v1 in tongbao.directory",
                        "tongbao.directory.duty-changed.v1 in tongbao.directory",
                        "tongbao.directory.attestation-due.v1 in tongbao.directory",
                        "tongbao.directory.readiness-reported.v1 in tongbao.directory",
                        "tongbao.incident.reported.v1 in tongbao.incidents",
                        "tongbao.incident.level-changed.v1 in tongbao.incidents",
                        "tongbao.incident.affected-agency-named.v1 in tongbao.incidents",
                        "tongbao.incident.obligation-progressed.v1 in tongbao.incidents",
                        "tongbao.incident.milestone-reached.v1 in tongbao.incidents",
                        "tongbao.incident.approved.v1 in tongbao.incidents",
                        "tongbao.incident.closing-filed.v1 in tongbao.incidents",
                        "tongbao.incident.closed.v1 in tongbao.incidents",
                        "tongbao.review.opened.v1 in tongbao.reviews",
                        "tongbao.review.concluded.v1 in tongbao.reviews",
                        "tongbao.review.missed.v1 in tongbao.reviews",
                        "tongbao.review.taken-over.v1 in tongbao.reviews",
                        "tongbao.review.information-requested.v1 in tongbao.reviews",
                        "tongbao.notice.opened.v1 in tongbao.notices",
                        "tongbao.notice.escalated.v1 in tongbao.notices",
                        "tongbao.notice.delivery-ended.v1 in tongbao.notices",
                        "tongbao.notice.acknowledged.v1 in tongbao.notices",
                        "tongbao.notice.ended.v1 in tongbao.notices",
                        "tongbao.notice.lateral-met.v1 in tongbao.notices");
    }

    @Test
    void everyTypeHasAGoldenSampleAndEverySampleAType() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(type -> type.name() + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theGoldenSampleSurvivesReadingAndWriting(EventType<?> type) throws IOException {
        JsonNode golden = golden(type);

        assertThat(throughTheRecord(golden, type)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aReaderIgnoresFieldsItDoesNotKnow(EventType<?> type) throws IOException {
        ObjectNode newer = golden(type).deepCopy();
        newer.put("addedLater", "by a newer writer");

        assertThat(throughTheRecord(newer, type)).isEqualTo(golden(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void optionalFieldsMayBeAbsent(EventType<?> type) throws IOException {
        ObjectNode sparse = golden(type).deepCopy();
        Stream.of(type.payload().getRecordComponents())
                .filter(EventEvolutionTest::optional)
                .forEach(component -> sparse.remove(component.getName()));

        assertThat(throughTheRecord(sparse, type)).isEqualTo(sparse);
    }

    /** A field that no golden sample shows came after the release: old events do not have it. */
    @ParameterizedTest
    @MethodSource("types")
    void aFieldThatTheGoldenSampleLacksIsOptional(EventType<?> type) throws IOException {
        assertThat(requiredButAbsent(type.payload(), golden(type), type.name())).isEmpty();
    }

    private static List<String> requiredButAbsent(Class<?> record, JsonNode sample, String path) {
        List<String> absent = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String here = path + "/" + component.getName();
            JsonNode value = sample.get(component.getName());
            if (value == null) {
                if (!optional(component)) {
                    absent.add(here);
                }
                continue;
            }
            Class<?> inner = recordIn(component);
            if (inner != null) {
                (value.isArray() ? value : List.of(value))
                        .forEach(item -> absent.addAll(requiredButAbsent(inner, item, here)));
            }
        }
        return absent;
    }

    /** The record that a component is, or is a list of. */
    private static @Nullable Class<?> recordIn(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isRecord()) {
            return item;
        }
        return component.getType().isRecord() ? component.getType() : null;
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static JsonNode throughTheRecord(JsonNode json, EventType<?> type) throws IOException {
        Record payload = EventJson.read(JSON.writeValueAsBytes(json), type);
        return JSON.readTree(EventJson.write(payload));
    }

    private static JsonNode golden(EventType<?> type) throws IOException {
        return JSON.readTree(Files.readString(GOLDEN.resolve(type.name() + ".json")));
    }
}
