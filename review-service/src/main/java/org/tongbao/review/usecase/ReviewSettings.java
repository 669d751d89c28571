package org.tongbao.review.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a deployment may set for this service. */
@ConfigMapping(prefix = "tongbao.review")
public interface ReviewSettings {
    /** Code of 資安署, who reviews where the directory names nobody. */
    @WithDefault("ACS")
    String competentAuthority();

    /** How often missed limits are looked for. */
    @WithDefault("1s")
    Duration overdueBeat();
}
