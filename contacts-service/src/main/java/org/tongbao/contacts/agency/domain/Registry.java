package org.tongbao.contacts.agency.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.ledger.domain.Edit;

/**
 * The agencies as they are, and the rules of changing some of them at once.
 *
 * @param known what there is of the agencies that are to change
 */
public record Registry(Hierarchy hierarchy, Oids oids, Map<AgencyCode, Versioned<Agency>> known) {
    /**
     * @param changes parents before children
     * @param treeChanged whether anybody stands elsewhere than before, or is new
     */
    public record Outcome(List<AgencyChange> changes, boolean treeChanged) {
        public List<Edit> edits() {
            return changes.stream().flatMap(it -> it.edit().stream()).toList();
        }
    }

    /**
     * Works out what the requestedAgencies mean for everybody, or refuses all of them with everything that is wrong.
     *
     * @param by the agency that wants it
     * @param isProcedure whether there is a procedure of this id
     */
    public Outcome change(List<RequestedAgency> requestedAgencies, AgencyCode by, Predicate<String> isProcedure) {
        List<Agency> wanted =
                requestedAgencies.stream().map(RequestedAgency::agency).toList();
        Hierarchy after = hierarchy.with(wanted);
        Set<String> oidsOfSeveral = oids.with(wanted).ofSeveral();
        Refused.whenAny(new AgencyRules(hierarchy, after, oidsOfSeveral, by, isProcedure)
                .errors(requestedAgencies, this::before));
        requestedAgencies.forEach(this::checkPrecondition);
        List<AgencyChange> changes = new ArrayList<>();
        Set<AgencyCode> handled = new HashSet<>();
        requestedAgencies.forEach(it -> {
            handled.add(it.agency().code());
            addChange(changes, it.agency(), after);
        });
        hierarchy.agencies().stream()
                .filter(it -> !handled.contains(it))
                .filter(it -> !hierarchy.path(it).equals(after.path(it)))
                .forEach(it -> changes.add(new AgencyChange.Moved(it, after.path(it))));
        changes.sort(
                Comparator.comparingInt((AgencyChange it) -> it.path().size()).thenComparing(AgencyChange::code));
        boolean treeChanged =
                changes.stream().anyMatch(it -> !hierarchy.path(it.code()).equals(it.path()));
        return new Outcome(changes, treeChanged);
    }

    /** The agencies after a change that passed. */
    public Registry with(Collection<Agency> agencies) {
        Map<AgencyCode, Versioned<Agency>> after = new HashMap<>(known);
        for (Agency agency : agencies) {
            Versioned<Agency> there = known.get(agency.code());
            after.put(agency.code(), new Versioned<>(agency, there == null ? 1 : there.revision() + 1));
        }
        return new Registry(hierarchy.with(agencies), oids.with(agencies), after);
    }

    boolean saysAlready(Agency agency) {
        return agency.equals(before(agency.code()));
    }

    private void addChange(List<AgencyChange> changes, Agency agency, Hierarchy after) {
        Agency before = before(agency.code());
        List<AgencyCode> path = after.path(agency.code());
        if (before == null) {
            changes.add(new AgencyChange.Created(agency, path));
        } else if (!before.equals(agency)) {
            changes.add(new AgencyChange.Changed(before, agency, path));
        } else if (!hierarchy.path(agency.code()).equals(path)) {
            changes.add(new AgencyChange.Moved(agency.code(), path));
        }
    }

    private @Nullable Agency before(AgencyCode code) {
        Versioned<Agency> there = known.get(code);
        return there == null ? null : there.value();
    }

    void checkPrecondition(RequestedAgency requestedAgency) {
        Versioned<Agency> there = known.get(requestedAgency.agency().code());
        requestedAgency
                .precondition()
                .check(
                        there == null ? null : there.revision(),
                        there == null || !there.value().equals(requestedAgency.agency()));
    }
}
