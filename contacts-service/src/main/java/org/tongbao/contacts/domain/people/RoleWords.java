package org.tongbao.contacts.domain.people;

import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Role;

/** What a role is called. */
public final class RoleWords {
    private RoleWords() {}

    public static Text of(Role role) {
        return switch (role) {
            case REPORT_WINDOW -> new Text("通報窗口", "report window");
            case SECURITY_CONTACT -> new Text("資安聯絡人", "security contact");
            case IT_HEAD -> new Text("資訊主管", "IT head");
            case CISO -> new Text("資安長", "CISO");
            case REVIEWER -> new Text("資安審核人", "reviewer");
            case PRESS -> new Text("新聞聯絡人", "press contact");
            case DUTY_DESK -> new Text("值勤台", "duty desk");
        };
    }
}
