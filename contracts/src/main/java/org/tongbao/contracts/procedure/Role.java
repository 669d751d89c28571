package org.tongbao.contracts.procedure;

/** What a contact of an agency is, as the directory writes it. */
public enum Role implements Keyed {
    /** 通報窗口. */
    REPORT_WINDOW,
    /** 資安聯絡人. */
    SECURITY_CONTACT,
    /** 資訊主管. */
    IT_HEAD,
    /** 資安長. */
    CISO,
    /** 資安審核人. */
    REVIEWER,
    /** 新聞聯絡人. */
    PRESS,
    /** 值勤台, reachable around the clock. */
    DUTY_DESK
}
