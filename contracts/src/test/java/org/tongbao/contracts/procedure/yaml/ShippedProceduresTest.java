package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;

class ShippedProceduresTest {
    private final Procedures shipped = ProcedureFiles.shipped();

    @Test
    void theLawInForceIsTheDefault() {
        assertThat(shipped.byId(Procedures.DEFAULT)).isPresent();
    }

    @Test
    void anOldVersionIsReadAgainFromItsKeptContent() {
        for (Procedure procedure : shipped.all()) {
            Procedure again = ProcedureFiles.read("kept", procedure.content());

            assertThat(again).isEqualTo(procedure);
            assertThat(shipped.byHash(again.hash())).contains(procedure);
        }
    }
}
