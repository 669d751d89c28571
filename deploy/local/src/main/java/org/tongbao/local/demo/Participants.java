package org.tongbao.local.demo;

import org.tongbao.embedded.Identity;
import org.tongbao.local.DemoIdentities;

/**
 * Who plays.
 *
 * @param agency that reports
 * @param affected agency that it names as affected
 * @param ciso id of the contact who approved the report
 */
record Participants(
        String agency,
        String affected,
        String ciso,
        Identity reporter,
        Identity reviewer,
        Identity dutyDesk,
        Identity directoryAdmin) {
    private static final String CISO = "01a1f600-0000-7000-8000-0000000000c1";

    static Participants of(Pace pace) {
        return switch (pace) {
            case REAL ->
                new Participants(
                        DemoIdentities.REPORTER.agency(),
                        DemoIdentities.NEIGHBOUR.agency(),
                        CISO,
                        DemoIdentities.REPORTER,
                        DemoIdentities.REVIEWER,
                        DemoIdentities.DUTY_DESK,
                        DemoIdentities.DIRECTORY_ADMIN);
            case FAST ->
                new Participants(
                        DemoAgency.CODE,
                        DemoIdentities.NEIGHBOUR.agency(),
                        DemoAgency.CISO,
                        DemoAgency.REPORTER,
                        DemoIdentities.REVIEWER,
                        DemoIdentities.DUTY_DESK,
                        DemoIdentities.DIRECTORY_ADMIN);
        };
    }
}
