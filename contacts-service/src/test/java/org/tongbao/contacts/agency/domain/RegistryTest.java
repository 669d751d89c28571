package org.tongbao.contacts.agency.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError.Reason;
import org.tongbao.contacts.domain.Versioned;

class RegistryTest {
    private static final AgencyCode ROOT = code("ACS");
    private static final AgencyCode CITY = code("TPE");
    private static final AgencyCode OFFICE = code("TPE-EDU");
    private static final AgencyCode SCHOOL = code("TPE-EDU-S1");

    private final Agency root = agency("ACS", null);
    private final Agency city = agency("TPE", "ACS");
    private final Agency office = agency("TPE-EDU", "TPE");
    private final Agency school = agency("TPE-EDU-S1", "TPE-EDU");
    private final Agency other = agency("HUA", "ACS");
    private final Registry registry = registry(root, city, office, school, other);

    @Test
    void aMoveMovesEverybodyBelow() {
        var outcome = change(ROOT, agency("TPE-EDU", "HUA"));

        assertThat(outcome.treeChanged()).isTrue();
        assertThat(outcome.changes()).extracting(AgencyChange::code).containsExactly(OFFICE, SCHOOL);
        assertThat(outcome.changes().get(1).path()).containsExactly(ROOT, code("HUA"), OFFICE, SCHOOL);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        var outcome = registry.change(List.of(new RequestedAgency("", office, Precondition.NOTHING)), CITY, it -> true);

        assertThat(outcome.changes()).isEmpty();
        assertThat(outcome.treeChanged()).isFalse();
    }

    @Test
    void aNameIsNoChangeOfTheTree() {
        var outcome = change(CITY, named(office, "另一個名稱"));

        assertThat(outcome.changes()).hasSize(1);
        assertThat(outcome.treeChanged()).isFalse();
    }

    @Test
    void anAgencyCannotStandBelowItself() {
        assertThat(refused(ROOT, agency("TPE", "TPE-EDU-S1"))).containsExactly("/parent CYCLE");
        assertThat(refused(ROOT, agency("TPE", "TPE"))).containsExactly("/parent CYCLE");
        assertThat(refused(ROOT, agency("ACS", "TPE"))).contains("/parent CYCLE");
    }

    @Test
    void aCycleOfSeveralProposalsIsSeen() {
        assertThat(refused(ROOT, agency("TPE", "HUA"), agency("HUA", "TPE-EDU")))
                .containsExactly("/parent CYCLE", "/parent CYCLE");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var relations = new Relations(code("X1"), null, null, null, code("X2"), List.of(ROOT, code("X3"), ROOT));
        var wrong = new Agency(
                code("NEW"),
                "新",
                null,
                AgencyKind.BUREAU,
                "no-such",
                code("X4"),
                relations,
                null,
                "UTC",
                List.of("en"),
                Set.of(),
                null,
                AgencyState.ACTIVE);

        assertThat(refused(ROOT, wrong))
                .contains(
                        "/procedure UNKNOWN_PROCEDURE",
                        "/parent UNKNOWN_AGENCY",
                        "/relations/superior UNKNOWN_AGENCY",
                        "/relations/receiving UNKNOWN_AGENCY",
                        "/relations/reviewers/1 UNKNOWN_AGENCY",
                        "/relations/reviewers/2 NAMED_TWICE");
    }

    @Test
    void anOidIsOneAgencysAndChangesHandsInOneChange() {
        var kept = registry(root, withOid(city, "2.16.1"), office, withOid(other, "2.16.2"));

        assertThat(refused(kept, withOid(office, "2.16.1"), withOid(agency("TPE-X", "TPE"), "2.16.1")))
                .containsExactly("/oid OID_OF_ANOTHER", "/oid OID_OF_ANOTHER");
        assertThat(kept.change(requestedAgencies(withOid(city, "2.16.2"), withOid(other, "2.16.1")), ROOT, it -> true)
                        .changes())
                .hasSize(2);
        assertThat(kept.change(requestedAgencies(city, withOid(office, "2.16.1")), ROOT, it -> true)
                        .changes())
                .hasSize(2);
    }

    @Test
    void thereIsOneRoot() {
        assertThat(refused(ROOT, agency("NEW", null))).contains("/parent SECOND_ROOT");
        assertThat(refused(ROOT, agency("TPE", null))).contains("/parent SECOND_ROOT");
    }

    @Test
    void nobodyChangesWhatIsBesideOrAbove() {
        assertThat(refused(CITY, named(other, "x"))).containsExactly("/code OUTSIDE_SCOPE");
        assertThat(refused(CITY, named(root, "x"))).containsExactly("/code OUTSIDE_SCOPE");
        assertThat(refused(CITY, agency("TPE-EDU", "HUA"))).containsExactly("/code OUTSIDE_SCOPE");
        assertThat(refused(CITY, agency("HUA", "TPE"))).containsExactly("/code OUTSIDE_SCOPE");
        assertThat(refused(CITY, agency("NEW", "HUA"))).containsExactly("/code OUTSIDE_SCOPE");
    }

    @Test
    void anAgencySaysItsOwnNameButNotItsReviewer() {
        var ownReviewer = new Relations(null, null, null, null, null, List.of(OFFICE));
        var withReviewer = new Agency(
                OFFICE,
                office.name(),
                null,
                office.kind(),
                "s2",
                CITY,
                ownReviewer,
                null,
                "Asia/Taipei",
                List.of("zh-TW"),
                Set.of(),
                null,
                AgencyState.ACTIVE);

        assertThat(change(OFFICE, named(office, "新名稱")).changes()).hasSize(1);
        assertThat(refused(OFFICE, withReviewer)).containsExactly(" SET_FROM_ABOVE");
        assertThat(change(CITY, withReviewer).changes()).hasSize(1);
    }

    @Test
    void theFirstImportFoundsTheTreeBelowTheImportersAgency() {
        var empty = registry();

        var outcome = empty.change(requestedAgencies(school, office, city, root), ROOT, it -> true);

        assertThat(outcome.changes()).extracting(AgencyChange::code).containsExactly(ROOT, CITY, OFFICE, SCHOOL);
        assertThat(outcome.changes()).allMatch(AgencyChange.Created.class::isInstance);
    }

    @Test
    void whatIsThereIsChangedOnlyByWhoKnowsIt() {
        Agency renamed = named(office, "x");

        assertThat(refusedWith(new RequestedAgency("", renamed, Precondition.NOTHING)))
                .isEqualTo(Refused.Reason.UNCONDITIONAL);
        assertThat(refusedWith(new RequestedAgency("", renamed, Precondition.ABSENT)))
                .isEqualTo(Refused.Reason.STALE);
        assertThat(refusedWith(new RequestedAgency("", renamed, Precondition.revision(6))))
                .isEqualTo(Refused.Reason.STALE);
        assertThat(registry.change(
                                List.of(new RequestedAgency("", renamed, Precondition.revision(7))), ROOT, it -> true)
                        .changes())
                .hasSize(1);
    }

    private Registry.Outcome change(AgencyCode by, Agency... agencies) {
        return registry.change(requestedAgencies(agencies), by, it -> true);
    }

    private List<String> refused(AgencyCode by, Agency... agencies) {
        var refused = catchThrowableOfType(
                Refused.class, () -> registry.change(requestedAgencies(agencies), by, it -> !it.equals("no-such")));
        assertThat(refused).isNotNull();
        boolean outside = refused.errors().stream().anyMatch(it -> it.reason() == Reason.OUTSIDE_SCOPE);
        assertThat(refused.reason()).isEqualTo(outside ? Refused.Reason.OUTSIDE_SCOPE : Refused.Reason.FAULTY);
        return refused.errors().stream()
                .map(it -> it.place() + " " + it.reason())
                .toList();
    }

    private Refused.Reason refusedWith(RequestedAgency requestedAgency) {
        return catchThrowableOfType(Refused.class, () -> registry.change(List.of(requestedAgency), ROOT, it -> true))
                .reason();
    }

    private static List<RequestedAgency> requestedAgencies(Agency... agencies) {
        return Arrays.stream(agencies)
                .map(it -> new RequestedAgency("", it, Precondition.ANYTHING))
                .toList();
    }

    private static Registry registry(Agency... agencies) {
        Map<AgencyCode, Optional<AgencyCode>> parents = new HashMap<>();
        Map<AgencyCode, Versioned<Agency>> known = new HashMap<>();
        Map<AgencyCode, String> oids = new HashMap<>();
        for (Agency agency : agencies) {
            if (agency.oid() != null) {
                oids.put(agency.code(), agency.oid());
            }
            parents.put(agency.code(), Optional.ofNullable(agency.parent()));
            known.put(agency.code(), new Versioned<>(agency, 7));
        }
        return new Registry(new Hierarchy(parents, Set.of()), new Oids(oids), known);
    }

    private static Agency agency(String code, String parent) {
        return new Agency(
                code(code),
                "機關",
                null,
                AgencyKind.BUREAU,
                "s2",
                parent == null ? null : code(parent),
                Relations.NONE,
                null,
                "Asia/Taipei",
                List.of("zh-TW"),
                Set.of(),
                null,
                AgencyState.ACTIVE);
    }

    private static List<String> refused(Registry registry, Agency... agencies) {
        return catchThrowableOfType(Refused.class, () -> registry.change(requestedAgencies(agencies), ROOT, it -> true))
                .errors()
                .stream()
                .map(it -> it.place() + " " + it.reason())
                .toList();
    }

    private static Agency withOid(Agency agency, String oid) {
        return new Agency(
                agency.code(),
                agency.name(),
                agency.nameEnglish(),
                agency.kind(),
                agency.procedure(),
                agency.parent(),
                agency.relations(),
                agency.responsibilityLevel(),
                agency.zone(),
                agency.languages(),
                agency.sectors(),
                oid,
                agency.state());
    }

    private static Agency named(Agency agency, String name) {
        return new Agency(
                agency.code(),
                name,
                agency.nameEnglish(),
                agency.kind(),
                agency.procedure(),
                agency.parent(),
                agency.relations(),
                agency.responsibilityLevel(),
                agency.zone(),
                agency.languages(),
                agency.sectors(),
                agency.oid(),
                agency.state());
    }

    private static AgencyCode code(String text) {
        return new AgencyCode(text);
    }
}
