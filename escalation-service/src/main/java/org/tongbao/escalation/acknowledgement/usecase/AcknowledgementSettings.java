package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How links of mails are made. */
@ConfigMapping(prefix = "tongbao.acknowledgement")
public interface AcknowledgementSettings {
    /** Address of the gateway, as people reach it. */
    String publicUrl();

    /** At least 32 characters, the same for every replica; links sent before it changes stay valid. */
    Optional<String> secret();
}
