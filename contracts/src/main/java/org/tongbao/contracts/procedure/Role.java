package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** What a contact of an agency is, as the directory writes it. */
public enum Role implements Named {
    REPORT_WINDOW("通報窗口", "report window"),
    SECURITY_CONTACT("資安聯絡人", "security contact"),
    IT_HEAD("資訊主管", "IT head"),
    CISO("資安長", "CISO"),
    REVIEWER("資安審核人", "reviewer"),
    PRESS("新聞聯絡人", "press contact"),
    /** 值勤台, reachable around the clock. */
    DUTY_DESK("值勤台", "duty desk");

    private final Text text;

    Role(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }
}
