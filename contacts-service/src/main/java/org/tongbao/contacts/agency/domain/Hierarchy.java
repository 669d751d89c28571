package org.tongbao.contacts.agency.domain;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who stands below whom. It may hold what is proposed, so a walk upwards ends at a cycle or an unknown parent too. */
public final class Hierarchy {
    private final Map<AgencyCode, Optional<AgencyCode>> parents;
    private final Set<AgencyCode> dissolved;

    public Hierarchy(Map<AgencyCode, Optional<AgencyCode>> parents, Set<AgencyCode> dissolved) {
        this.parents = Map.copyOf(parents);
        this.dissolved = Set.copyOf(dissolved);
    }

    public Hierarchy with(Collection<Agency> agencies) {
        Map<AgencyCode, Optional<AgencyCode>> changed = new HashMap<>(parents);
        Set<AgencyCode> gone = new HashSet<>(dissolved);
        for (Agency agency : agencies) {
            changed.put(agency.code(), Optional.ofNullable(agency.parent()));
            if (agency.isDissolved()) {
                gone.add(agency.code());
            } else {
                gone.remove(agency.code());
            }
        }
        return new Hierarchy(changed, gone);
    }

    public boolean isDissolved(AgencyCode agency) {
        return dissolved.contains(agency);
    }

    /** Who stands directly below it and is still there. */
    public List<AgencyCode> children(AgencyCode agency) {
        return parents.entrySet().stream()
                .filter(it -> it.getValue().equals(Optional.of(agency)) && !isDissolved(it.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public boolean isEmpty() {
        return parents.isEmpty();
    }

    public boolean knows(AgencyCode agency) {
        return parents.containsKey(agency);
    }

    public Set<AgencyCode> agencies() {
        return parents.keySet();
    }

    /** From the root to the agency, both included; as far as it goes when the tree is not sound. */
    public List<AgencyCode> path(AgencyCode agency) {
        Deque<AgencyCode> path = new ArrayDeque<>();
        Set<AgencyCode> seen = new HashSet<>();
        Optional<AgencyCode> step = Optional.of(agency);
        while (step.isPresent() && knows(step.get()) && seen.add(step.get())) {
            path.addFirst(step.get());
            step = parentOf(step.get());
        }
        return List.copyOf(path);
    }

    /** Whether a walk upwards from the agency comes back to it. */
    public boolean isInCycle(AgencyCode agency) {
        Set<AgencyCode> seen = new HashSet<>();
        Optional<AgencyCode> step = parentOf(agency);
        while (step.isPresent() && seen.add(step.get())) {
            if (step.get().equals(agency)) {
                return true;
            }
            step = parentOf(step.get());
        }
        return false;
    }

    /** Whether the agency is the other one or stands below it. */
    public boolean isWithin(AgencyCode agency, AgencyCode other) {
        return agency.equals(other) || path(agency).contains(other);
    }

    private Optional<AgencyCode> parentOf(AgencyCode agency) {
        return parents.getOrDefault(agency, Optional.empty());
    }
}
