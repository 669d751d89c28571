package org.tongbao.local.demo;

import java.time.Duration;

/**
 * How fast the procedure of the reporting agency is. The limits stand here once more, so that a wrong file is found.
 *
 * @param procedure its id
 * @param awareFor how long the agency has known of the incident when it reports
 * @param stepWait how long the urgent ladder waits on a ladder position at level 3
 * @param closing the limit of the closing; zero for one month by the calendar
 */
enum Pace {
    /** The limits of the document; what would take ten minutes is not waited for. */
    REAL(
            "s2-taipei-113",
            Duration.ofMinutes(26),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(36),
            Duration.ofHours(72),
            Duration.ZERO),

    /** Limits of seconds, of which one is missed before the scenario begins. */
    FAST(
            "s2-taipei-113-fast",
            Duration.ofSeconds(12),
            Duration.ofSeconds(4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(25),
            Duration.ofSeconds(40),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    final String procedure;
    final Duration awareFor;
    final Duration stepWait;
    final Duration report;
    final Duration lateral;
    final Duration team;
    final Duration review;
    final Duration damageControl;
    final Duration damageControlAtLevel2;
    final Duration closing;

    Pace(
            String procedure,
            Duration awareFor,
            Duration stepWait,
            Duration report,
            Duration lateral,
            Duration team,
            Duration review,
            Duration damageControl,
            Duration damageControlAtLevel2,
            Duration closing) {
        this.procedure = procedure;
        this.awareFor = awareFor;
        this.stepWait = stepWait;
        this.report = report;
        this.lateral = lateral;
        this.team = team;
        this.review = review;
        this.damageControl = damageControl;
        this.damageControlAtLevel2 = damageControlAtLevel2;
        this.closing = closing;
    }
}
