package org.tongbao.contracts.procedure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The procedures a deployment knows. */
public final class Procedures {
    /** The law in force, for an agency that names none. */
    public static final String DEFAULT = "tw-2026";

    private final Map<String, Procedure> byId = new LinkedHashMap<>();
    private final Map<String, Procedure> byHash = new LinkedHashMap<>();

    /** A later one replaces an earlier one of the same id, which stays known by its hash. */
    public Procedures(Collection<Procedure> procedures) {
        procedures.forEach(procedure -> {
            byId.put(procedure.id(), procedure);
            byHash.put(procedure.hash(), procedure);
        });
    }

    /** These, and old versions that only their hash still finds: those that open incidents were opened under. */
    public Procedures withOldVersions(Collection<Procedure> old) {
        Procedures all = new Procedures(old);
        all.byId.clear();
        all.byId.putAll(byId);
        all.byHash.putAll(byHash);
        return all;
    }

    public Optional<Procedure> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Procedure> byHash(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** One an id, in the order they were loaded. */
    public List<Procedure> all() {
        return List.copyOf(byId.values());
    }
}
