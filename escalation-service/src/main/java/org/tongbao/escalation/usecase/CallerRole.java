package org.tongbao.escalation.usecase;

import java.util.List;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;

/** In which role a caller acts. */
public final class CallerRole {
    private static final List<String> BY_WEIGHT =
            List.of(Group.APPROVER, Group.REVIEWER, Group.REPORTER, Group.DUTY_DESK);

    private CallerRole() {}

    /** The group that says most of why the caller may speak for his agency. */
    public static String of(Caller caller) {
        return BY_WEIGHT.stream().filter(caller::is).findFirst().orElse(Group.REPORTER);
    }
}
