package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Proposal;
import org.tongbao.contacts.usecase.Filing;
import org.tongbao.contacts.usecase.ImportDirectory;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** Reads each part of an import as its own door would, and names what is wrong with all of them at once. */
@ApplicationScoped
class ImportReader {
    private final Shapes shapes;

    ImportReader(Shapes shapes) {
        this.shapes = shapes;
    }

    ImportDirectory.Document document(JsonNode tree) {
        List<Violation> violations = new ArrayList<>();
        List<Proposal> agencies = new ArrayList<>();
        Map<AgencyCode, List<Filing>> filings = new LinkedHashMap<>();
        JsonNode sent = tree.path("agencies");
        for (int i = 0; i < sent.size(); i++) {
            String place = "/agencies/" + i;
            JsonNode agency = sent.get(i);
            read(place, violations, () -> agency(place, agency)).ifPresent(agencies::add);
        }
        for (Shape<?, ?> shape : shapes.imported()) {
            JsonNode items = tree.path(shape.segment());
            for (int i = 0; i < items.size(); i++) {
                String place = "/" + shape.segment() + "/" + i;
                ObjectNode item = items.get(i).deepCopy();
                AgencyCode agency = new AgencyCode(item.remove("agency").textValue());
                read(place, violations, () -> filing(shape, place, item))
                        .ifPresent(it -> filings.computeIfAbsent(agency, ignored -> new ArrayList<>())
                                .add(it));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(Refusals.SLUG, Refusals.TITLE, violations);
        }
        return new ImportDirectory.Document(agencies, filings);
    }

    private static Proposal agency(String place, JsonNode tree) {
        AgencyBody body = AgencyBody.READER.read(tree, it -> AgencyBody.violations(it, null));
        return new Proposal(place, body.agency(new AgencyCode(tree.path("code").textValue())), Expectation.ANYTHING);
    }

    private static Filing filing(Shape<?, ?> shape, String place, JsonNode tree) {
        return new Filing(place, Shape.idOf(tree), shape.readImported(tree), Expectation.ANYTHING);
    }

    private static <T> Optional<T> read(String place, List<Violation> violations, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (ProblemException e) {
            e.problem().violations().stream()
                    .map(it -> new Violation(place + it.pointer(), it.reason(), it.detail()))
                    .forEach(violations::add);
            return Optional.empty();
        }
    }
}
