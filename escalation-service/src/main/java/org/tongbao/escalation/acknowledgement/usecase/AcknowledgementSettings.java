package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How links of mails are made. */
@ConfigMapping(prefix = "tongbao.acknowledgement")
public interface AcknowledgementSettings {
    /** Address of the gateway, as people reach it. */
    String publicUrl();

    /** At least 32 characters, the same for every replica. */
    Optional<String> secret();

    /**
     * The secret before the last change. It stays until no letter of its time is tried or repeated any more, so that every
     * copy of a letter carries the same link and code.
     */
    Optional<String> previousSecret();
}
