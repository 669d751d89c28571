package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Relations;
import org.tongbao.contacts.channel.domain.Addresses;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contacts.imports.domain.ImportedAgency;
import org.tongbao.contacts.imports.domain.ImportedCertificate;
import org.tongbao.contacts.imports.domain.ImportedChannels;
import org.tongbao.contacts.imports.domain.ImportedItem;
import org.tongbao.contacts.imports.usecase.ImportDirectory;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactsByName;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contacts.rest.AgencyFormat;
import org.tongbao.contacts.rest.ItemFormat;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/**
 * Collects the parts of an import, each checked as its own endpoint would check it but for what it leaves out: whether that is
 * needed depends on what there is already.
 */
final class ImportParts {
    // A certificate is for an address that the import may leave out.
    private static final Set<String> JUDGED_WITH_WHAT_IS_KNOWN =
            Set.of("certificate-expired", "certificate-of-another");

    private final ItemFormats formats;
    private final Addresses addresses;
    private final Certificates certificates;
    private final Instant now;
    private final List<ImportedAgency> agencies = new ArrayList<>();
    private final List<ImportedItem> items = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    ImportParts(ItemFormats formats, Addresses addresses, Certificates certificates, Instant now) {
        this.formats = formats;
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
        boolean whole = check(place, Set.of("/name", "/kind", "/procedure"), () -> AgencyFormat.check(tree));
        Optional<AgencyCode> code = code(place, "code", tree);
        Map<String, Object> fields = TreeFields.read(Agency.class, tree);
        fields.put("relations", TreeFields.read(Relations.class, tree.path("relations")));
        code.ifPresent(it -> agencies.add(new ImportedAgency(place, it, fields, !whole)));
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
        boolean readable =
                check(place, leftOut(tree, Set.of("/name"), "/employment", "/roles", "/channels"), () -> formats.of(
                                Contact.class)
                        .readImported(tree));
        Map<String, Object> fields = TreeFields.read(Contact.class, tree);
        put(fields, "channels", channels(tree, whole, order));
        put(fields, "seats", tree.has("teamRoles") ? seats(tree) : null);
        put(fields, "certificate", certificate(tree));
        agency.ifPresent(it ->
                items.add(new ImportedItem(place, it, ItemFormat.idOf(tree), ItemKind.CONTACT, fields, !readable)));
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }

    private static Set<Actor> seats(JsonNode tree) {
        Set<Actor> seats = new HashSet<>();
        tree.path("teamRoles")
                .forEach(it -> Keyed.find(Actor.class, it.asText("")).ifPresent(seats::add));
        return seats;
    }

    private @Nullable ImportedCertificate certificate(JsonNode tree) {
        return certificates
                .read(tree.path("certificate").path("value").asText(""))
                .map(it -> new ImportedCertificate(it, now))
                .orElse(null);
    }

    private @Nullable ImportedChannels channels(JsonNode tree, boolean whole, @Nullable List<ChannelType> order) {
        if (!tree.has("channels") && order == null) {
            return null;
        }
        List<Channel> channels = new ArrayList<>();
        for (JsonNode channel : tree.path("channels")) {
            Keyed.find(ChannelType.class, channel.path("type").asText("")).ifPresent(type -> addresses
                    .written(type, channel.path("value").asText(""))
                    .ifPresent(it -> channels.add(new Channel(type, it))));
        }
        return new ImportedChannels(channels, whole, order);
    }

    void item(String place, ObjectNode tree, ItemKind kind) {
        switch (kind) {
            case CONTACT -> contact(place, tree);
            case DEPUTYSHIP, ABSENCE, SHIFT -> item(place, tree, kind, null);
            default -> wholeItem(place, tree, kind);
        }
    }

    /** @param name of the contact, when a sheet names somebody instead of an id */
    void item(String place, ObjectNode tree, ItemKind kind, @Nullable String name) {
        Optional<AgencyCode> agency = agency(place, tree);
        Set<String> identity = kind.identity().stream().map(it -> "/" + it).collect(Collectors.toSet());
        Set<String> mayBeMissing = leftOut(tree, identity, kind == ItemKind.DEPUTYSHIP ? "/deputies" : "/until");
        boolean readable =
                check(place, mayBeMissing, () -> formats.of(kind.type()).readImported(tree));
        Map<String, Object> fields = TreeFields.read(kind.type(), tree);
        if (name != null) {
            fields.put("contact", new ContactsByName.Named(null, name));
        }
        agency.ifPresent(it -> items.add(new ImportedItem(place, it, ItemFormat.idOf(tree), kind, fields, !readable)));
    }

    private void wholeItem(String place, ObjectNode tree, ItemKind kind) {
        if (!tree.has("id")) {
            refuse(place + "/id", "missing", missing());
        }
        Optional<AgencyCode> agency = agency(place, tree);
        Map<String, Object> fields = new HashMap<>();
        boolean readable = check(
                place,
                Set.of(),
                () -> fields.putAll(RecordFields.of(
                        formats.of(kind.type()).readImported(tree).item())));
        agency.ifPresent(it -> items.add(new ImportedItem(place, it, ItemFormat.idOf(tree), kind, fields, !readable)));
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
}
