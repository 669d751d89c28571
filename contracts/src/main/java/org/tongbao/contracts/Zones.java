package org.tongbao.contracts;

import java.time.ZoneId;

/** The zone in which the procedures count days and people read times. */
public final class Zones {
    public static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private Zones() {}
}
