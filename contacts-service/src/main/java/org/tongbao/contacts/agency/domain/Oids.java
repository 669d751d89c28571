package org.tongbao.contacts.agency.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has which 機關物件識別碼. It may hold what is proposed, so several may have the same. */
public record Oids(Map<AgencyCode, String> byAgency) {
    public Oids {
        byAgency = Map.copyOf(byAgency);
    }

    Oids with(Collection<Agency> agencies) {
        Map<AgencyCode, String> changed = new HashMap<>(byAgency);
        for (Agency agency : agencies) {
            if (agency.oid() == null) {
                changed.remove(agency.code());
            } else {
                changed.put(agency.code(), agency.oid());
            }
        }
        return new Oids(changed);
    }

    Set<String> ofSeveral() {
        Set<String> seen = new HashSet<>();
        return byAgency.values().stream().filter(it -> !seen.add(it)).collect(Collectors.toSet());
    }
}
