package org.tongbao.escalation.delivery.smtp;

import io.quarkus.mailer.MailerName;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the relays from {@code quarkus.mailer.*} and {@code quarkus.mailer.second.*}. All of those keys count, TLS and
 * login included, because Quarkus works them out and its client's configuration is taken over.
 */
@ApplicationScoped
class RelaySetup {
    private final MailConfig first;
    private final MailConfig second;

    RelaySetup(MailClient first, @MailerName("second") MailClient second) {
        this.first = configOf(first);
        this.second = configOf(second);
    }

    /** Quarkus offers the client, not its configuration, and has no key for the time limits that it lacks. */
    private static MailConfig configOf(MailClient client) {
        try {
            Field config = client.getClass().getDeclaredField("config");
            config.setAccessible(true);
            return new MailConfig((MailConfig) config.get(client));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of the mail client keeps its configuration elsewhere", e);
        }
    }

    MailConfig first() {
        return new MailConfig(first);
    }

    MailConfig second() {
        return new MailConfig(second);
    }

    @Produces
    @Singleton
    Relays relays(
            Vertx vertx,
            MailSettings settings,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "quarkus.mailer.second.from") Optional<String> secondFrom) {
        return new Relays(
                new Relay("relay-1", from, vertx, first, settings),
                new Relay("relay-2", secondFrom.orElse(from), vertx, second, settings),
                settings);
    }

    void close(@Disposes Relays relays) {
        relays.close();
    }
}
