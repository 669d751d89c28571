package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** Who must act. */
public enum Actor implements Named {
    /** The reporting agency as such. */
    AGENCY("通報機關", "reporting agency"),
    REPORT_WINDOW("通報窗口", "report window"),
    CISO("資安長", "CISO"),
    INCIDENT_COMMANDER("事件指揮官", "incident commander"),
    EXECUTIVE_SECRETARY("執行秘書", "executive secretary"),
    PRESS_CONTACT("新聞聯絡人", "press contact"),
    INTELLIGENCE_AND_PLANNING_GROUP("情資及計畫組", "intelligence and planning group"),
    RESPONSE_EXECUTION_GROUP("應變執行組", "response execution group"),
    LOGISTICS_GROUP("後勤調度組", "logistics group"),
    FINANCE_AND_ADMINISTRATION_GROUP("財務行政組", "finance and administration group"),
    /** The agency that reviews the level. */
    REVIEWING_AUTHORITY("審核機關", "reviewing authority"),
    CITY_BUREAU("資訊局", "city bureau"),
    COMPETENT_AUTHORITY("主管機關", "competent authority");

    private final Text text;

    Actor(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }
}
