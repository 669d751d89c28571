package org.tongbao.escalation.usecase;

import java.time.ZoneId;

/** Where calendar limits end and people read times. */
public final class Zones {
    public static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private Zones() {}
}
