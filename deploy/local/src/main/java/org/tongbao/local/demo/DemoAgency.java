package org.tongbao.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.tongbao.embedded.Identity;

/**
 * The one agency that works under the fast procedure. Its relations are those of every agency of the city, so that the
 * same people are notified; no other agency's limits change.
 */
final class DemoAgency {
    static final String CODE = "TPE-DEMO";
    static final String CISO = "01a1f600-0d30-7000-8000-0000000000c1";
    static final Identity REPORTER = Identity.of("demo-reporter", "通報窗口甲（展示）", CODE, "reporter");
    private static final String FILE = "/demonstration-agency.json";

    private DemoAgency() {}

    /** Creates it through contacts-service; saying it again changes nothing. Whether it is new. */
    static boolean importInto(Suite suite, Participants participants) {
        var response = suite.as(participants.directoryAdmin()).post("/api/v1/agencies/import", directory());
        if (response.status() == 400 && response.body().contains("procedure")) {
            throw new ScenarioAborted("這套系統沒有快轉作業程序 the stack does not know " + Pace.FAST.procedure
                    + "；請以 start it with: deploy/local/up --procedures deploy/local/procedures");
        }
        return response.expect(200).json().at("/agencies/created").asInt() > 0;
    }

    private static String directory() {
        try (InputStream file = Objects.requireNonNull(DemoAgency.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
