package org.tongbao.escalation.delivery.smtp;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.tongbao.escalation.delivery.usecase.MessageIds;

/**
 * Stops the start when mail would go nowhere, or in the clear over a network. A mock mailer or a list of approved
 * recipients drops mail without a word.
 */
@ApplicationScoped
class MailStartGuard {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private static final Logger LOG = Logger.getLogger(MailStartGuard.class);

    private final Config config;
    private final RelaySetup setup;
    private final MailSettings settings;
    private final MessageIds messageIds;

    MailStartGuard(Config config, RelaySetup setup, MailSettings settings, MessageIds messageIds) {
        this.config = config;
        this.setup = setup;
        this.settings = settings;
        this.messageIds = messageIds;
    }

    void check(@Observes StartupEvent start) {
        LOG.infof("mails carry the domain %s in their Message-ID", messageIds.domain());
        var faults = faults(config, setup.first(), setup.second(), settings);
        if (!faults.isEmpty()) {
            throw new ConfigurationException("mail: " + String.join("; ", faults));
        }
    }

    static List<String> faults(Config config, MailConfig first, MailConfig second, MailSettings settings) {
        var faults = new ArrayList<String>();
        for (var prefix : List.of("quarkus.mailer.", "quarkus.mailer.second.")) {
            if (value(config, prefix + "mock").map(Boolean::parseBoolean).orElse(false)) {
                faults.add(prefix + "mock=true would drop every mail: remove it");
            }
            if (value(config, prefix + "approved-recipients").isPresent()) {
                faults.add(prefix + "approved-recipients would drop mail silently: remove it");
            }
        }
        for (var relay : List.of(first, second)) {
            if (!settings.unencryptedRelaysAllowed() && isOpen(relay)) {
                faults.add("the relay " + relay.getHostname()
                        + " may be used without TLS: set start-tls=REQUIRED (or tls=true) and no trust-all,"
                        + " or tongbao.mail.unencrypted-relays-allowed=true");
            }
        }
        return faults;
    }

    private static boolean isOpen(MailConfig relay) {
        boolean encrypted = relay.isSsl() || relay.getStarttls() == StartTLSOptions.REQUIRED;
        return !THIS_MACHINE.contains(relay.getHostname()) && (!encrypted || relay.isTrustAll());
    }

    private static Optional<String> value(Config config, String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
