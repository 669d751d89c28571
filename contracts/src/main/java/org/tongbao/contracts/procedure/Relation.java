package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** An agency, named by how it stands to the incident. An agency that several relations name is told once. */
public enum Relation implements Named {
    REPORTING_AGENCY("通報機關", "reporting agency"),
    SUPERIOR("上級機關", "superior agency"),
    SUPERVISING("監督機關", "supervising agency"),
    CITY_BUREAU("資訊局", "city bureau"),
    SECTOR_AUTHORITY("中央目的事業主管機關", "sector authority"),
    RECEIVING("受通報機關", "receiving authority"),
    /** The root of the tree, 資安署. */
    COMPETENT_AUTHORITY("主管機關", "competent authority"),
    /** Whose review it is. */
    REVIEWING("審核機關", "reviewing authority"),
    /** Who follows in the chain and may take the review over. */
    NEXT_REVIEWING("下一順位審核機關", "next reviewing authority"),
    /** 受影響機關: the affected agency of this lateral notice. */
    AFFECTED("受影響機關", "affected agency"),
    /** Not an agency but the people: whoever got a notice of this incident that asks for an acknowledgement. */
    ALREADY_TOLD("先前受通知之人", "those told before");

    private final Text text;

    Relation(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }
}
