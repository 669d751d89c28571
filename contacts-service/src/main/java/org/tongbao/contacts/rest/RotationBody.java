package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.people.Rotation;
import org.tongbao.contacts.domain.roster.Cadence;
import org.tongbao.contacts.domain.roster.Layer;
import org.tongbao.contacts.domain.roster.OnHolidays;
import org.tongbao.contacts.domain.roster.Roster;
import org.tongbao.contacts.domain.roster.Window;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/** The rotation of a role as it is sent and shown; {@code schemas/rotation.json} says what may stand in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rotation")
// From when it holds is read beside it.
@JsonIgnoreProperties({"effectiveFrom", "reason"})
record RotationBody(@Nullable UUID id, String role, String zone, List<LayerBody> layers) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RotationLayer")
    record LayerBody(
            @Nullable String name,
            List<UUID> participants,
            EveryBody every,
            String handOff,
            LocalDate starts,
            @Nullable LocalDate until,
            @Nullable List<WindowBody> windows,
            @Nullable String holidays) {

        static LayerBody of(Layer layer) {
            return new LayerBody(
                    layer.name(),
                    layer.participants(),
                    new EveryBody(layer.every().count(), layer.every().unit().key()),
                    layer.handOff().toString(),
                    layer.starts(),
                    layer.until(),
                    layer.windows().isEmpty()
                            ? null
                            : layer.windows().stream().map(WindowBody::of).toList(),
                    layer.holidays() == OnHolidays.ANY ? null : layer.holidays().key());
        }

        Layer layer() {
            return new Layer(
                    name,
                    participants,
                    new Cadence(
                            every.count(),
                            Keyed.find(Cadence.Unit.class, every.unit()).orElseThrow()),
                    starts,
                    LocalTime.parse(handOff),
                    until,
                    windows == null
                            ? List.of()
                            : windows.stream().map(WindowBody::window).toList(),
                    Keyed.find(OnHolidays.class, Objects.requireNonNullElse(holidays, OnHolidays.ANY.key()))
                            .orElseThrow());
        }
    }

    @Schema(name = "RotationEvery")
    record EveryBody(int count, String unit) {}

    @Schema(name = "RotationWindow")
    record WindowBody(List<String> days, String from, String until) {
        static WindowBody of(Window window) {
            return new WindowBody(
                    window.days().stream().sorted().map(WindowBody::key).toList(),
                    window.from().toString(),
                    window.until().toString());
        }

        Window window() {
            return new Window(
                    Arrays.stream(DayOfWeek.values())
                            .filter(it -> days.contains(key(it)))
                            .collect(Collectors.toSet()),
                    LocalTime.parse(from),
                    LocalTime.parse(until));
        }

        private static String key(DayOfWeek day) {
            return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
        }
    }

    static RotationBody of(UUID id, Rotation rotation) {
        return new RotationBody(
                id,
                rotation.role().key(),
                rotation.roster().zone().getId(),
                rotation.roster().layers().stream().map(LayerBody::of).toList());
    }

    /** What the schema cannot say. */
    static List<Fault> faults(JsonNode tree) {
        JsonNode zone = tree.path("zone");
        return zone.isTextual() && !AgencyBody.isZone(zone.textValue())
                ? List.of(new Fault("/zone", Fault.Reason.UNKNOWN_ZONE, zone.textValue()))
                : List.of();
    }

    Rotation rotation() {
        return new Rotation(
                Keyed.find(Role.class, role).orElseThrow(),
                new Roster(
                        ZoneId.of(zone), layers.stream().map(LayerBody::layer).toList()));
    }
}
