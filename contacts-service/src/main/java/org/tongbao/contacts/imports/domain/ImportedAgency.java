package org.tongbao.contacts.imports.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.AgencyKind;
import org.tongbao.contacts.agency.domain.Relations;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contacts.domain.ValidationError;

/**
 * An agency as an import has it. What it leaves blank stays as it is.
 *
 * @param place where it stands in the import
 * @param fields what it says, by component of the agency; {@code relations} as what it says of them, by component again
 * @param broken whether part of it could not be read: it counts as being there, and no more is given about it
 */
public record ImportedAgency(String place, AgencyCode code, Map<String, Object> fields, boolean broken) {
    private static final List<String> DEMANDED = List.of("name", "kind", "procedure");

    public ImportedAgency {
        fields = Map.copyOf(fields);
    }

    /** What a new agency cannot be without. */
    public List<ValidationError> missing(@Nullable Agency known) {
        List<ValidationError> errors = new ArrayList<>();
        DEMANDED.stream()
                .filter(it -> known == null && !fields.containsKey(it))
                .forEach(it -> errors.add(ValidationError.at(place + "/" + it, ValidationError.Reason.MISSING)));
        return errors;
    }

    public Agency over(@Nullable Agency known) {
        Map<String, Object> values = known == null ? unsaid() : RecordFields.of(known);
        Map<String, Object> relations = RecordFields.of(Objects.requireNonNull(values.get("relations")));
        values.putAll(fields);
        if (fields.get("relations") instanceof Map<?, ?> given) {
            given.forEach((name, agency) -> relations.put((String) name, agency));
            values.put("relations", RecordFields.create(Relations.class, relations));
        }
        return RecordFields.create(Agency.class, values);
    }

    private Map<String, Object> unsaid() {
        Map<String, Object> values = new HashMap<>(Agency.DEFAULTS);
        values.putAll(Map.of("code", code, "name", "", "kind", AgencyKind.SUBORDINATE, "procedure", ""));
        return values;
    }
}
