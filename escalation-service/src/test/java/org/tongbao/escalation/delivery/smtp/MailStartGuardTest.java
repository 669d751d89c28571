package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailStartGuardTest {
    private static final MailConfig LOCAL = new MailConfig("127.0.0.1", 25);
    private static final MailConfig ENCRYPTED =
            new MailConfig("relay.example.test", 25).setStarttls(StartTLSOptions.REQUIRED);
    private static final ShortLimits STRICT = new ShortLimits(
            ShortLimits.none().timeLimit(),
            ShortLimits.none().contentLimit(),
            ShortLimits.none().connectLimit(),
            ShortLimits.none().idleLimit(),
            ShortLimits.none().keepWarm(),
            3,
            ShortLimits.none().avoidFor(),
            false);

    @ParameterizedTest
    @CsvSource({
        "quarkus.mailer.mock, true",
        "quarkus.mailer.second.mock, true",
        "quarkus.mailer.approved-recipients, .*@example.test",
        "quarkus.mailer.second.approved-recipients, .*@example.test",
    })
    void whatDropsMailStopsTheStart(String key, String value) {
        assertThat(MailStartGuard.faults(config(Map.of(key, value)), LOCAL, LOCAL, STRICT))
                .singleElement()
                .asString()
                .startsWith(key);
    }

    @Test
    void aMailerThatIsNotMockedMaySayIt() {
        assertThat(MailStartGuard.faults(config(Map.of("quarkus.mailer.mock", "false")), LOCAL, ENCRYPTED, STRICT))
                .isEmpty();
    }

    @Test
    void aRelayBeyondThisMachineNeedsTls() {
        var optional = new MailConfig("relay.example.test", 25).setStarttls(StartTLSOptions.OPTIONAL);
        var trusting = new MailConfig(ENCRYPTED).setTrustAll(true);

        assertThat(faults(optional)).hasSize(1);
        assertThat(faults(trusting)).hasSize(1);
        assertThat(faults(ENCRYPTED)).isEmpty();
        assertThat(MailStartGuard.faults(config(Map.of()), optional, optional, ShortLimits.none()))
                .isEmpty();
    }

    private static List<String> faults(MailConfig first) {
        return MailStartGuard.faults(config(Map.of()), first, LOCAL, STRICT);
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
