package org.tongbao.escalation.delivery.usecase;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How messages are sent. */
@ConfigMapping(prefix = "tongbao.delivery")
public interface DeliverySettings {
    /** How many attempts one process has under way. */
    int atOnce();

    /** How many attempts for the directory one process has under way; they take nothing from those of notices. */
    int directoryAtOnce();

    /** How long a claimed message is nobody else's; longer than the time limit. */
    Duration lease();

    /** How long one attempt may take. */
    Duration timeLimit();

    /** Right side of every Message-ID; empty takes the host of the gateway. */
    Optional<String> messageIdDomain();
}
