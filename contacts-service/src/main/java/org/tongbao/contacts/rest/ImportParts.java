package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.AgencyKind;
import org.tongbao.contacts.domain.agency.AgencyState;
import org.tongbao.contacts.domain.agency.CiSector;
import org.tongbao.contacts.domain.agency.ImportedAgency;
import org.tongbao.contacts.domain.agency.Relations;
import org.tongbao.contacts.domain.people.Addresses;
import org.tongbao.contacts.domain.people.Certificates;
import org.tongbao.contacts.domain.people.Channel;
import org.tongbao.contacts.domain.people.ChannelType;
import org.tongbao.contacts.domain.people.Deputyship;
import org.tongbao.contacts.domain.people.Employment;
import org.tongbao.contacts.domain.people.ImportedAbsence;
import org.tongbao.contacts.domain.people.ImportedCertificate;
import org.tongbao.contacts.domain.people.ImportedChannels;
import org.tongbao.contacts.domain.people.ImportedContact;
import org.tongbao.contacts.domain.people.ImportedDeputyship;
import org.tongbao.contacts.domain.people.ImportedItem;
import org.tongbao.contacts.domain.people.ImportedRosterItem;
import org.tongbao.contacts.domain.people.ImportedShift;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.People;
import org.tongbao.contacts.usecase.ImportDirectory;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/**
 * Collects the parts of an import, each checked as its own door would check it but for what it leaves out: whether that is
 * needed depends on what there is already.
 */
final class ImportParts {
    // A certificate is for an address that the import may leave out.
    private static final Set<String> JUDGED_WITH_WHAT_IS_KNOWN =
            Set.of("certificate-expired", "certificate-of-another");

    private final Shapes shapes;
    private final Addresses addresses;
    private final Certificates certificates;
    private final Instant now;
    private final List<ImportedAgency> agencies = new ArrayList<>();
    private final List<ImportedItem> items = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    ImportParts(Shapes shapes, Addresses addresses, Certificates certificates, Instant now) {
        this.shapes = shapes;
        this.certificates = certificates;
        this.addresses = addresses;
        this.now = now;
    }

    ImportDirectory.Document document() {
        return new ImportDirectory.Document(agencies, items);
    }

    List<Violation> violations() {
        return violations;
    }

    void refuse(String pointer, String reason, Text detail) {
        violations.add(new Violation(pointer, reason, detail));
    }

    /** From when it holds is said of the whole import, in its address. */
    void refuseTiming(String place, ObjectNode tree) {
        for (String field : List.of("effectiveFrom", "reason")) {
            if (tree.remove(field) != null) {
                refuse(
                        place + "/" + field,
                        "unknown-field",
                        new Text(
                                "匯入的生效時間適用於全部內容，請寫在網址的 effectiveFrom。",
                                "From when an import holds is said of all of it, as effectiveFrom in its address."));
            }
        }
    }

    static Text missing() {
        return new Text("必須填寫。", "This field is required.");
    }

    void agency(String place, JsonNode tree) {
        boolean whole = check(
                place,
                Set.of("/name", "/kind", "/procedure"),
                () -> AgencyBody.READER.read(tree, it -> AgencyBody.violations(it, null)));
        Optional<AgencyCode> code = code(place, "code", tree);
        code.ifPresent(it -> agencies.add(agency(place, it, tree, !whole)));
    }

    private static ImportedAgency agency(String place, AgencyCode code, JsonNode tree, boolean broken) {
        JsonNode relations = tree.path("relations");
        return new ImportedAgency(
                place,
                code,
                text(tree, "name"),
                text(tree, "nameEnglish"),
                keyed(AgencyKind.class, tree, "kind"),
                text(tree, "procedure"),
                agencyOf(tree, "parent"),
                new Relations(
                        agencyOf(relations, "superior"),
                        agencyOf(relations, "supervising"),
                        agencyOf(relations, "cityBureau"),
                        agencyOf(relations, "sectorAuthority"),
                        agencyOf(relations, "receiving"),
                        List.of()),
                list(relations, "reviewers", it -> AgencyCode.parse(it).orElse(null)),
                text(tree, "responsibilityLevel"),
                text(tree, "zone"),
                list(tree, "languages", it -> it),
                sectors(tree),
                text(tree, "oid"),
                keyed(AgencyState.class, tree, "state"),
                broken);
    }

    void contact(String place, ObjectNode tree) {
        if (!tree.has("id")) {
            refuse(place + "/id", "missing", missing());
        }
        contact(place, tree, true, null);
    }

    /**
     * @param whole whether the channels are all there are
     * @param order of the channels' types, when a sheet says it
     */
    void contact(String place, ObjectNode tree, boolean whole, @Nullable List<ChannelType> order) {
        Optional<AgencyCode> agency = agency(place, tree);
        boolean readable = check(
                place, leftOut(tree, Set.of("/name"), "/employment", "/roles", "/channels"), () -> shapes.contacts()
                        .readImported(tree));
        agency.ifPresent(it -> items.add(new ImportedContact(
                place,
                it,
                Shape.idOf(tree),
                text(tree, "name"),
                text(tree, "title"),
                keyed(Employment.class, tree, "employment"),
                text(tree, "language"),
                roles(tree),
                channels(tree, whole, order),
                seats(tree),
                certificate(tree),
                !readable)));
    }

    private static @Nullable Set<CiSector> sectors(JsonNode tree) {
        List<CiSector> sectors =
                list(tree, "sectors", it -> Keyed.find(CiSector.class, it).orElse(null));
        return sectors == null ? null : new HashSet<>(sectors);
    }

    private @Nullable ImportedCertificate certificate(JsonNode tree) {
        return certificates
                .read(tree.path("certificate").path("value").asText(""))
                .map(it -> new ImportedCertificate(it, now))
                .orElse(null);
    }

    private static @Nullable Set<Actor> seats(JsonNode tree) {
        List<Actor> seats =
                list(tree, "teamRoles", it -> Keyed.find(Actor.class, it).orElse(null));
        return seats == null ? null : new HashSet<>(seats);
    }

    private static @Nullable Set<Role> roles(JsonNode tree) {
        List<Role> roles = list(tree, "roles", it -> Keyed.find(Role.class, it).orElse(null));
        return roles == null ? null : new HashSet<>(roles);
    }

    private @Nullable ImportedChannels channels(JsonNode tree, boolean whole, @Nullable List<ChannelType> order) {
        if (!tree.has("channels") && order == null) {
            return null;
        }
        List<Channel> channels = new ArrayList<>();
        for (JsonNode channel : tree.path("channels")) {
            ChannelType type = keyed(ChannelType.class, channel, "type");
            if (type != null) {
                addresses
                        .written(type, channel.path("value").asText(""))
                        .ifPresent(it -> channels.add(new Channel(type, it)));
            }
        }
        return new ImportedChannels(channels, whole, order);
    }

    void deputyship(String place, ObjectNode tree) {
        Optional<AgencyCode> agency = agency(place, tree);
        boolean readable = check(place, leftOut(tree, Set.of("/contact", "/from"), "/deputies"), () -> shapes.deputies()
                .readImported(tree));
        agency.ifPresent(it -> items.add(new ImportedDeputyship(
                place,
                it,
                Shape.idOf(tree),
                uuid(tree, "contact"),
                list(tree, "deputies", ImportParts::uuid),
                time(tree, "from"),
                time(tree, "until"),
                permissions(tree),
                !readable)));
    }

    private static @Nullable List<Deputyship.Permission> permissions(JsonNode tree) {
        if (!tree.has("permissions")) {
            return null;
        }
        List<Deputyship.Permission> permissions = new ArrayList<>();
        for (JsonNode permission : tree.path("permissions")) {
            Instant inForceFrom = time(permission, "inForceFrom");
            if (inForceFrom != null) {
                permissions.add(
                        new Deputyship.Permission(permission.path("name").asText(""), inForceFrom));
            }
        }
        return permissions;
    }

    void absence(String place, ObjectNode tree) {
        Optional<AgencyCode> agency = agency(place, tree);
        boolean readable = check(place, leftOut(tree, Set.of("/contact", "/from"), "/until"), () -> shapes.absences()
                .readImported(tree));
        agency.ifPresent(it -> items.add(new ImportedAbsence(
                place,
                it,
                Shape.idOf(tree),
                uuid(tree, "contact"),
                time(tree, "from"),
                time(tree, "until"),
                uuid(tree, "standIn"),
                !readable)));
    }

    void shift(String place, ObjectNode tree) {
        shift(place, tree, null);
    }

    /** @param name of the contact, when a sheet names somebody instead of an id */
    void shift(String place, ObjectNode tree, @Nullable String name) {
        Optional<AgencyCode> agency = agency(place, tree);
        boolean readable =
                check(place, leftOut(tree, Set.of("/role", "/contact", "/from"), "/until"), () -> shapes.roster()
                        .readImported(tree));
        UUID id = name == null ? uuid(tree, "contact") : null;
        agency.ifPresent(it -> items.add(new ImportedShift(
                place,
                it,
                Shape.idOf(tree),
                keyed(Role.class, tree, "role"),
                id == null && name == null ? null : new People.Named(id, name),
                time(tree, "from"),
                time(tree, "until"),
                !readable)));
    }

    void rotation(String place, ObjectNode tree) {
        rosterItem(place, tree, shapes.rotations());
    }

    void override(String place, ObjectNode tree) {
        rosterItem(place, tree, shapes.overrides());
    }

    void holidays(String place, ObjectNode tree) {
        rosterItem(place, tree, shapes.holidays());
    }

    private <T extends Item> void rosterItem(String place, ObjectNode tree, Shape<?, T> shape) {
        if (!tree.has("id")) {
            refuse(place + "/id", "missing", missing());
        }
        Optional<AgencyCode> agency = agency(place, tree);
        List<T> read = new ArrayList<>();
        check(place, Set.of(), () -> read.add(shape.readImported(tree).item()));
        agency.ifPresent(it -> items.add(new ImportedRosterItem(
                place, it, Shape.idOf(tree), shape.kind(), read.isEmpty() ? null : read.get(0))));
    }

    // It belongs to the import and not to the item.
    private Optional<AgencyCode> agency(String place, ObjectNode tree) {
        Optional<AgencyCode> agency = code(place, "agency", tree);
        if (agency.isEmpty() && tree.has("agency")) {
            refuse(place + "/agency", "wrong-format", new Text("格式不符。", "Wrong format."));
        }
        tree.remove("agency");
        return agency;
    }

    private Optional<AgencyCode> code(String place, String field, JsonNode tree) {
        if (!tree.has(field)) {
            refuse(place + "/" + field, "missing", missing());
        }
        return AgencyCode.parse(tree.path(field).asText(""));
    }

    /** What an item may leave out: without an id it is known by some of its fields, and needs these. */
    private static Set<String> leftOut(JsonNode tree, Set<String> identifying, String... more) {
        Set<String> leftOut = new HashSet<>(Set.of(more));
        if (tree.has("id")) {
            leftOut.addAll(identifying);
        }
        return leftOut;
    }

    /** Notes what is wrong; false when there is something. */
    private boolean check(String place, Set<String> mayBeMissing, Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (ProblemException e) {
            List<Violation> found = e.problem().violations().stream()
                    .filter(it -> !it.reason().equals("missing") || !mayBeMissing.contains(it.pointer()))
                    .filter(it -> !JUDGED_WITH_WHAT_IS_KNOWN.contains(it.reason()))
                    .map(it -> new Violation(place + it.pointer(), it.reason(), it.detail()))
                    .toList();
            violations.addAll(found);
            return found.isEmpty();
        }
    }

    private static @Nullable String text(JsonNode tree, String field) {
        JsonNode value = tree.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    private static <E extends Enum<E> & Keyed> @Nullable E keyed(Class<E> type, JsonNode tree, String field) {
        return Keyed.find(type, tree.path(field).asText("")).orElse(null);
    }

    private static @Nullable AgencyCode agencyOf(JsonNode tree, String field) {
        return AgencyCode.parse(tree.path(field).asText("")).orElse(null);
    }

    private static @Nullable UUID uuid(JsonNode tree, String field) {
        return uuid(tree.path(field).asText(""));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null; // the schema says that it is no UUID
        }
    }

    private static @Nullable Instant time(JsonNode tree, String field) {
        try {
            String text = tree.path(field).asText("");
            return text.isEmpty() ? null : Times.kept(OffsetDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return null; // the schema says that it is no time
        }
    }

    private static <T> @Nullable List<T> list(JsonNode tree, String field, Function<String, @Nullable T> item) {
        if (!tree.has(field)) {
            return null;
        }
        List<T> items = new ArrayList<>();
        for (JsonNode value : tree.path(field)) {
            T read = item.apply(value.asText(""));
            if (read != null) {
                items.add(read);
            }
        }
        return items;
    }
}
