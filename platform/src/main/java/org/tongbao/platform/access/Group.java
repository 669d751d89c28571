package org.tongbao.platform.access;

/** What a token's {@code groups} may name. The wire names are constants for {@code @RolesAllowed}. */
public final class Group {
    /** 資安聯絡人, 通報窗口: reports and responds. */
    public static final String REPORTER = "reporter";
    /** 資安長 or delegate: approves a report, signs off. */
    public static final String APPROVER = "approver";
    /** 資安審核人: reviews levels and closings. */
    public static final String REVIEWER = "reviewer";
    /** The duty desk: takes reports by phone and works off phone tasks. */
    public static final String DUTY_DESK = "duty-desk";
    /** Maintains agencies and contacts. */
    public static final String DIRECTORY_ADMIN = "directory-admin";
    /** Reads everything of its subtree, changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Runs the system, sees no incident. */
    public static final String OPERATIONS = "operations";

    private Group() {}
}
