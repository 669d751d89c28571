package org.tongbao.contacts.domain.agency;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Fault.Reason;

/** What a proposal may be refused for. Every rule is asked for every proposal, so that all faults are named at once. */
record Rules(
        Hierarchy before, Hierarchy after, Set<String> oidsOfSeveral, AgencyCode by, Predicate<String> isProcedure) {
    private static final int NAMED_AT_MOST = 10;

    List<Fault> faults(List<Proposal> proposals, Function<AgencyCode, @Nullable Agency> known) {
        List<Fault> faults = new ArrayList<>();
        Set<AgencyCode> codes = new HashSet<>();
        for (Proposal proposal : proposals) {
            Agency agency = proposal.agency();
            if (!codes.add(agency.code())) {
                faults.add(new Fault(
                        proposal.place() + "/code",
                        Reason.NAMED_TWICE,
                        agency.code().value()));
            }
            if (!isProcedure.test(agency.procedure())) {
                faults.add(new Fault(proposal.place() + "/procedure", Reason.UNKNOWN_PROCEDURE, agency.procedure()));
            }
            if (agency.oid() != null && oidsOfSeveral.contains(agency.oid())) {
                faults.add(new Fault(proposal.place() + "/oid", Reason.OID_OF_ANOTHER, agency.oid()));
            }
            checkScope(proposal, known.apply(agency.code()), faults);
            checkParent(proposal, faults);
            checkRelations(proposal, faults);
            checkDissolved(proposal, known.apply(agency.code()), faults);
        }
        return faults;
    }

    private void checkScope(Proposal proposal, @Nullable Agency known, List<Fault> faults) {
        Agency agency = proposal.agency();
        AgencyCode code = agency.code();
        boolean reaches = before.knows(code) ? before.isWithin(code, by) : !code.equals(by) || before.isEmpty();
        if (!reaches || !reachesParent(agency, known)) {
            faults.add(new Fault(proposal.place() + "/code", Reason.OUTSIDE_SCOPE, code.value()));
        } else if (known != null && isNotOurselfAlone(code) && !known.standsAs(agency)) {
            // An agency does not choose its own reviewer, procedure or place.
            faults.add(Fault.at(proposal.place(), Reason.SET_FROM_ABOVE));
        }
    }

    // A parent that is new itself, or not there at all, is judged where it is proposed or named.
    private boolean reachesParent(Agency agency, @Nullable Agency known) {
        AgencyCode parent = agency.parent();
        boolean stays = known != null && Objects.equals(known.parent(), parent);
        return stays || parent == null || !before.knows(parent) || before.isWithin(parent, by);
    }

    private boolean isNotOurselfAlone(AgencyCode code) {
        return code.equals(by) && before.path(code).size() > 1;
    }

    private void checkParent(Proposal proposal, List<Fault> faults) {
        Agency agency = proposal.agency();
        String place = proposal.place() + "/parent";
        AgencyCode parent = agency.parent();
        if (parent == null) {
            if (!agency.code().equals(theRoot())) {
                faults.add(Fault.at(place, Reason.SECOND_ROOT));
            }
        } else if (!after.knows(parent)) {
            faults.add(new Fault(place, Reason.UNKNOWN_AGENCY, parent.value()));
        } else if (after.isInCycle(agency.code())) {
            faults.add(new Fault(place, Reason.CYCLE, parent.value()));
        }
    }

    // The one that stands there, or the one whose people found the tree.
    private AgencyCode theRoot() {
        return before.agencies().stream()
                .filter(it -> before.path(it).size() == 1)
                .findFirst()
                .orElse(by);
    }

    // Whoever stands below a dissolved agency would be reached by nobody above: they go elsewhere in the same change.
    private void checkDissolved(Proposal proposal, @Nullable Agency known, List<Fault> faults) {
        Agency agency = proposal.agency();
        if (agency.isDissolved()) {
            List<AgencyCode> children = after.children(agency.code());
            if (!children.isEmpty()) {
                String named = children.stream()
                        .limit(NAMED_AT_MOST)
                        .map(AgencyCode::value)
                        .collect(joining(", "));
                faults.add(new Fault(proposal.place() + "/state", Reason.CHILDREN_STAY, named));
            }
            return;
        }
        AgencyCode parent = agency.parent();
        if (parent != null && after.isDissolved(parent)) {
            faults.add(new Fault(proposal.place() + "/parent", Reason.DISSOLVED_AGENCY, parent.value()));
        }
        Map<String, AgencyCode> before =
                known == null ? Map.of() : known.relations().named();
        agency.relations().named().forEach((place, relative) -> {
            if (after.isDissolved(relative) && !relative.equals(before.get(place))) {
                faults.add(
                        new Fault(proposal.place() + "/relations/" + place, Reason.DISSOLVED_AGENCY, relative.value()));
            }
        });
    }

    private void checkRelations(Proposal proposal, List<Fault> faults) {
        proposal.agency().relations().named().forEach((place, agency) -> {
            if (!after.knows(agency)) {
                faults.add(new Fault(proposal.place() + "/relations/" + place, Reason.UNKNOWN_AGENCY, agency.value()));
            }
        });
        Set<AgencyCode> reviewers = new HashSet<>();
        List<AgencyCode> named = proposal.agency().relations().reviewers();
        for (int i = 0; i < named.size(); i++) {
            if (!reviewers.add(named.get(i))) {
                faults.add(new Fault(
                        proposal.place() + "/relations/reviewers/" + i,
                        Reason.NAMED_TWICE,
                        named.get(i).value()));
            }
        }
    }
}
