package org.tongbao.contacts.agency.domain;

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
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.domain.ValidationError.Reason;

/** What a requestedAgency may be refused for. Every rule is asked for every requestedAgency, so that all errors are named at once. */
record AgencyRules(
        Hierarchy before, Hierarchy after, Set<String> oidsOfSeveral, AgencyCode by, Predicate<String> isProcedure) {
    private static final int NAMED_AT_MOST = 10;

    List<ValidationError> errors(
            List<RequestedAgency> requestedAgencies, Function<AgencyCode, @Nullable Agency> known) {
        List<ValidationError> errors = new ArrayList<>();
        Set<AgencyCode> codes = new HashSet<>();
        for (RequestedAgency requestedAgency : requestedAgencies) {
            Agency agency = requestedAgency.agency();
            if (!codes.add(agency.code())) {
                errors.add(new ValidationError(
                        requestedAgency.place() + "/code",
                        Reason.NAMED_TWICE,
                        agency.code().value()));
            }
            if (!isProcedure.test(agency.procedure())) {
                errors.add(new ValidationError(
                        requestedAgency.place() + "/procedure", Reason.UNKNOWN_PROCEDURE, agency.procedure()));
            }
            if (agency.oid() != null && oidsOfSeveral.contains(agency.oid())) {
                errors.add(new ValidationError(requestedAgency.place() + "/oid", Reason.OID_OF_ANOTHER, agency.oid()));
            }
            checkScope(requestedAgency, known.apply(agency.code()), errors);
            checkParent(requestedAgency, errors);
            checkRelations(requestedAgency, errors);
            checkDissolved(requestedAgency, known.apply(agency.code()), errors);
        }
        return errors;
    }

    private void checkScope(RequestedAgency requestedAgency, @Nullable Agency known, List<ValidationError> errors) {
        Agency agency = requestedAgency.agency();
        AgencyCode code = agency.code();
        boolean reaches = before.knows(code) ? before.isWithin(code, by) : !code.equals(by) || before.isEmpty();
        if (!reaches || !reachesParent(agency, known)) {
            errors.add(new ValidationError(requestedAgency.place() + "/code", Reason.OUTSIDE_SCOPE, code.value()));
        } else if (known != null && isNotOurselfAlone(code) && !known.standsAs(agency)) {
            // An agency does not choose its own reviewer, procedure or place.
            errors.add(ValidationError.at(requestedAgency.place(), Reason.SET_FROM_ABOVE));
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

    private void checkParent(RequestedAgency requestedAgency, List<ValidationError> errors) {
        Agency agency = requestedAgency.agency();
        String place = requestedAgency.place() + "/parent";
        AgencyCode parent = agency.parent();
        if (parent == null) {
            if (!agency.code().equals(theRoot())) {
                errors.add(ValidationError.at(place, Reason.SECOND_ROOT));
            }
        } else if (!after.knows(parent)) {
            errors.add(new ValidationError(place, Reason.UNKNOWN_AGENCY, parent.value()));
        } else if (after.isInCycle(agency.code())) {
            errors.add(new ValidationError(place, Reason.CYCLE, parent.value()));
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
    private void checkDissolved(RequestedAgency requestedAgency, @Nullable Agency known, List<ValidationError> errors) {
        Agency agency = requestedAgency.agency();
        if (agency.isDissolved()) {
            List<AgencyCode> children = after.children(agency.code());
            if (!children.isEmpty()) {
                String named = children.stream()
                        .limit(NAMED_AT_MOST)
                        .map(AgencyCode::value)
                        .collect(joining(", "));
                errors.add(new ValidationError(requestedAgency.place() + "/state", Reason.CHILDREN_STAY, named));
            }
            return;
        }
        AgencyCode parent = agency.parent();
        if (parent != null && after.isDissolved(parent)) {
            errors.add(
                    new ValidationError(requestedAgency.place() + "/parent", Reason.DISSOLVED_AGENCY, parent.value()));
        }
        Map<String, AgencyCode> before =
                known == null ? Map.of() : known.relations().named();
        agency.relations().named().forEach((place, relative) -> {
            if (after.isDissolved(relative) && !relative.equals(before.get(place))) {
                errors.add(new ValidationError(
                        requestedAgency.place() + "/relations/" + place, Reason.DISSOLVED_AGENCY, relative.value()));
            }
        });
    }

    private void checkRelations(RequestedAgency requestedAgency, List<ValidationError> errors) {
        requestedAgency.agency().relations().named().forEach((place, agency) -> {
            if (!after.knows(agency)) {
                errors.add(new ValidationError(
                        requestedAgency.place() + "/relations/" + place, Reason.UNKNOWN_AGENCY, agency.value()));
            }
        });
        Set<AgencyCode> reviewers = new HashSet<>();
        List<AgencyCode> named = requestedAgency.agency().relations().reviewers();
        for (int i = 0; i < named.size(); i++) {
            if (!reviewers.add(named.get(i))) {
                errors.add(new ValidationError(
                        requestedAgency.place() + "/relations/reviewers/" + i,
                        Reason.NAMED_TWICE,
                        named.get(i).value()));
            }
        }
    }
}
