package org.tongbao.escalation;

import io.quarkus.test.junit.QuarkusTest;
import org.tongbao.testing.database.StatementsContract;

@QuarkusTest
class StatementsComponentTest implements StatementsContract {
    @Override
    public String root() {
        return "org.tongbao.escalation";
    }
}
