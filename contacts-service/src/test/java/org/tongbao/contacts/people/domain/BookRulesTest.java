package org.tongbao.contacts.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.contracts.requirement.Requirement;

/** Whom an agency needs, by its procedure and by whether it supervises others. */
class BookRulesTest {
    private final Procedures procedures = ProcedureFiles.shipped();

    @Test
    @Requirement("S1-06")
    void whoSupervisesOthersNeedsAReviewerAndACisoWhateverTheProcedure() {
        assertThat(needed("tw-2026", false)).doesNotContain(Role.REVIEWER);

        assertThat(needed("tw-2026", true)).contains(Role.REVIEWER, Role.CISO);
        assertThat(needed("s2-taipei-113", true)).contains(Role.REVIEWER, Role.CISO);
    }

    @Test
    void whatTheProcedureSaysOfARoleGoesBeforeWhatSupervisionAdds() {
        var ciso = rules("s2-taipei-113", true).needed().stream()
                .filter(it -> it.role() == Role.CISO)
                .toList();

        assertThat(ciso).singleElement().satisfies(it -> assertThat(it.clause()).isEqualTo("§10"));
    }

    private List<Role> needed(String procedure, boolean supervises) {
        return rules(procedure, supervises).needed().stream()
                .map(BookRules.Needed::role)
                .toList();
    }

    private BookRules rules(String procedure, boolean supervises) {
        return BookRules.of(procedures.byId(procedure).orElseThrow(), supervises);
    }
}
