package org.tongbao.local;

import java.util.List;
import org.tongbao.embedded.Identity;

/** Whom the local identity provider vouches for: one for each role of the demo. All people are made up. */
public final class DemoIdentities {
    public static final Identity REPORTER = Identity.of("edu-reporter", "通報窗口甲（測試）", "TPE-EDU", "reporter");
    public static final Identity APPROVER = Identity.of("edu-approver", "資安長甲（測試）", "TPE-EDU", "approver");
    public static final Identity REVIEWER = Identity.of("doit-reviewer", "資安審核人乙（測試）", "TPE-DOIT", "reviewer");
    public static final Identity NATIONAL_REVIEWER = Identity.of("acs-reviewer", "資安審核人丙（測試）", "ACS", "reviewer");
    public static final Identity NEIGHBOUR = Identity.of("civil-reporter", "通報窗口丁（測試）", "TPE-CIVIL", "reporter");
    public static final Identity DUTY_DESK = Identity.of("duty-desk", "值勤台（測試）", "ACS", "duty-desk");
    public static final Identity DIRECTORY_ADMIN =
            Identity.of("directory-admin", "通訊錄管理員（測試）", "ACS", "directory-admin");
    public static final Identity AUDITOR = Identity.of("auditor", "稽核員（測試）", "ACS", "auditor");
    public static final Identity OPERATIONS = Identity.of("operations", "維運人員（測試）", "ACS", "operations");

    public static final List<Identity> ALL = List.of(
            REPORTER,
            APPROVER,
            NEIGHBOUR,
            REVIEWER,
            NATIONAL_REVIEWER,
            DUTY_DESK,
            DIRECTORY_ADMIN,
            AUDITOR,
            OPERATIONS);

    private DemoIdentities() {}
}
