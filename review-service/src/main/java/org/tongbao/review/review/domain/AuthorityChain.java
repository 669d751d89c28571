package org.tongbao.review.review.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The authorities of a review as of its opening, and whose turn it is. A later move in the agency tree changes
 * nothing here.
 *
 * @param authorities first who must review, then who may take over
 * @param turn index of the one whose review it is
 * @param takeOver whether a missed limit lets the next one take over
 */
public record AuthorityChain(List<String> authorities, int turn, boolean takeOver) {
    public AuthorityChain {
        authorities = List.copyOf(authorities);
        if (turn < 0 || turn >= authorities.size()) {
            throw new IllegalArgumentException("a review has an authority");
        }
    }

    /**
     * A chain for an incident of this agency. No agency reviews itself while there is another; where the directory names
     * nobody, the competent authority reviews.
     */
    public static AuthorityChain of(
            List<String> named, String incidentAgency, String competentAuthority, boolean takeOver) {
        List<String> others = new ArrayList<>(new LinkedHashSet<>(named));
        others.remove(incidentAgency);
        return new AuthorityChain(others.isEmpty() ? List.of(competentAuthority) : others, 0, takeOver);
    }

    public String authority() {
        return authorities.get(turn);
    }

    /** Who may take over once the limit is missed. */
    public Optional<String> next() {
        return takeOver && turn + 1 < authorities.size() ? Optional.of(authorities.get(turn + 1)) : Optional.empty();
    }

    AuthorityChain handOver() {
        return new AuthorityChain(authorities, turn + 1, takeOver);
    }
}
