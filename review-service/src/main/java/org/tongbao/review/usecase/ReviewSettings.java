package org.tongbao.review.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a deployment may set for this service. */
@ConfigMapping(prefix = "tongbao.review")
public interface ReviewSettings {
    /** Code of 資安署, who reviews where the directory names nobody. */
    @WithDefault("ACS")
    String competentAuthority();

    /** How often missed limits are looked for. */
    @WithDefault("1s")
    Duration overdueBeat();

    /** Folder of procedures that add to those that ship, or override them. */
    Optional<Path> procedures();
}
