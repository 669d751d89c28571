package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Relations;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.imports.domain.ImportedAgency;
import org.tongbao.contacts.imports.domain.ImportedCertificate;
import org.tongbao.contacts.imports.domain.ImportedChannels;
import org.tongbao.contacts.imports.domain.ImportedItem;
import org.tongbao.contacts.imports.usecase.ImportDirectory;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contacts.rest.AgencyFormat;
import org.tongbao.contacts.rest.ItemFormat;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.ItemJson;
import org.tongbao.contracts.Text;
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

    /** Those that may be partial, and what of them may be left out. */
    private static final Map<ItemKind, Set<String>> MAY_BE_MISSING = Map.of(
            ItemKind.CONTACT, Set.of("/name", "/employment", "/roles", "/channels"),
            ItemKind.DEPUTYSHIP, Set.of("/contact", "/deputies", "/from"),
            ItemKind.ABSENCE, Set.of("/contact", "/from", "/until"),
            ItemKind.SHIFT, Set.of("/role", "/contact", "/from", "/until"));

    private static final Set<ItemKind> KNOWN_BY_WHAT_THEY_SAY =
            EnumSet.of(ItemKind.DEPUTYSHIP, ItemKind.ABSENCE, ItemKind.SHIFT);

    private final ItemFormats formats;
    private final ItemJson json;
    private final Certificates certificates;
    private final Instant now;
    private final List<ImportedAgency> agencies = new ArrayList<>();
    private final List<ImportedItem> items = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    ImportParts(ItemFormats formats, ItemJson json, Certificates certificates, Instant now) {
        this.formats = formats;
        this.json = json;
        this.certificates = certificates;
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
        Map<String, Object> fields = json.fields(Agency.class, tree);
        fields.put("relations", json.fields(Relations.class, tree.path("relations")));
        code.ifPresent(it -> agencies.add(new ImportedAgency(place, it, fields, !whole)));
    }

    /** An item of a document, whose channels are all there are. */
    void item(String place, ObjectNode tree, ItemKind kind) {
        if (!KNOWN_BY_WHAT_THEY_SAY.contains(kind) && !tree.has("id")) {
            refuse(place + "/id", "missing", missing());
        }
        item(
                place,
                tree,
                kind,
                fields -> fields.computeIfPresent(
                        "channels", (name, channels) -> new ImportedChannels(channels(fields), true, null)));
    }

    /** @param asSent what it says in a way of its own, by component */
    void item(String place, ObjectNode tree, ItemKind kind, Consumer<Map<String, Object>> asSent) {
        Optional<AgencyCode> agency = agency(place, tree);
        boolean readable =
                check(place, leftOut(tree, kind), () -> formats.of(kind.type()).check(tree));
        Map<String, Object> fields = json.fields(kind.type(), tree);
        asSent.accept(fields);
        fields.computeIfPresent("certificate", (name, it) -> certificates
                .read(((Certificate) it).value())
                .map(read -> new ImportedCertificate(read, now))
                .orElseThrow());
        agency.ifPresent(it -> items.add(new ImportedItem(place, it, ItemFormat.idOf(tree), kind, fields, !readable)));
    }

    @SuppressWarnings("unchecked")
    static List<Channel> channels(Map<String, Object> fields) {
        return (List<Channel>) fields.getOrDefault("channels", List.of());
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
    private static Set<String> leftOut(JsonNode tree, ItemKind kind) {
        Set<String> leftOut = new HashSet<>(MAY_BE_MISSING.getOrDefault(kind, Set.of()));
        if (!tree.has("id")) {
            kind.identity().forEach(it -> leftOut.remove("/" + it));
            leftOut.remove("/name");
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
