package org.tongbao.escalation.notice.usecase;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who is told when nobody else is left. */
@ConfigMapping(prefix = "tongbao.notices")
public interface NoticeSettings {
    /** Code of the agency that runs this system: its duty desk is told what the competent authority's does not hear. */
    Optional<String> operationsAgency();
}
