package org.tongbao.escalation.delivery.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Time limits of sending. The relays themselves are {@code quarkus.mailer.*} and {@code quarkus.mailer.second.*}. */
@ConfigMapping(prefix = "tongbao.mail")
public interface MailSettings {
    /** After this an attempt has a result, whatever the relays do. Stays below the engine's own limit and the lease. */
    @WithDefault("18s")
    Duration timeLimit();

    /** How long the relay that is tried first may take until it has the whole content; then the other one is tried. */
    @WithDefault("8s")
    Duration contentLimit();

    @WithDefault("5s")
    Duration connectLimit();

    /** A connection without a byte for this long is closed, so that a hung relay holds no place in the pool. */
    @WithDefault("15s")
    Duration idleLimit();

    /**
     * One connection that has nothing to do is kept, so that the next letter finds it open; after this much silence the
     * relay is asked whether it is still there. Below the five minutes after which relays close on their own.
     */
    @WithDefault("60s")
    Duration keepWarm();

    /** After so many failures in a row the relay gets a fresh client, and the other relay goes first for a while. */
    @WithDefault("3")
    int failuresBeforeAvoiding();

    @WithDefault("30s")
    Duration avoidFor();

    /** Lets a relay beyond this machine be used without TLS in production. */
    @WithDefault("false")
    boolean unencryptedRelaysAllowed();
}
