package org.tongbao.escalation.contact.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contracts.procedure.Relation;

/**
 * Where an agency stands in the tree, and which agencies it has a relation to.
 *
 * @param procedure id of the one it works under
 * @param path from the root to the agency itself
 * @param relations what the directory says of it; the rest follows from the path or from the event
 */
public record AgencyRelations(String agency, String procedure, List<String> path, Map<Relation, String> relations) {
    public AgencyRelations {
        path = List.copyOf(path);
        relations = Map.copyOf(relations);
    }

    /** Of an agency that the directory does not know: below the root, and related to nobody. */
    public static AgencyRelations unknown(String agency, Optional<String> root) {
        List<String> path = root.map(it -> List.of(it, agency)).orElseGet(() -> List.of(agency));
        return new AgencyRelations(agency, "", path, Map.of());
    }

    /** The root of the tree, 資安署. */
    public String competentAuthority() {
        return path.get(0);
    }

    /**
     * The agencies that these relations name, each once.
     *
     * @param fromEvent what the event adds: the reviewing agency, the affected one
     */
    public Set<String> agencies(Collection<Relation> wanted, Map<Relation, String> fromEvent) {
        Set<String> agencies = new LinkedHashSet<>();
        for (Relation relation : wanted) {
            named(relation, fromEvent).ifPresent(agencies::add);
        }
        return agencies;
    }

    private Optional<String> named(Relation relation, Map<Relation, String> fromEvent) {
        return switch (relation) {
            case REPORTING_AGENCY -> Optional.of(agency);
            case COMPETENT_AUTHORITY -> Optional.of(competentAuthority());
            case SUPERIOR, SUPERVISING, CITY_BUREAU, SECTOR_AUTHORITY, RECEIVING ->
                Optional.ofNullable(relations.get(relation));
            case REVIEWING, NEXT_REVIEWING, AFFECTED -> Optional.ofNullable(fromEvent.get(relation));
            case ALREADY_TOLD -> Optional.empty();
        };
    }
}
