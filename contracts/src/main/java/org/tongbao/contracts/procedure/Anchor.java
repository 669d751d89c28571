package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** The instant a limit counts from, named as the clause names it. Separate instants, never merged. */
public enum Anchor implements Named {
    OCCURRED("發生", "occurred"),
    DISCOVERED("發現", "discovered"),
    CONFIRMED("確認", "confirmed"),
    AWARE("知悉", "aware"),
    /** 通報: when the reporter filed, or spoke on the phone. */
    REPORTED("通報", "reported"),
    /** 接獲: when the report was stored here, or the call was taken. */
    RECEIVED("接獲", "received"),
    REVIEWED("審核完成", "reviewed"),
    /** 事由解除: when what prevented the prescribed way of reporting ended. */
    OUTAGE_ENDED("事由解除", "outage ended"),
    INITIALLY_CONTAINED("完成初步損害控制", "initially contained"),
    CONTAINED("完成損害控制", "contained"),
    RECOVERED("完成復原", "recovered"),
    ROOT_CAUSE_DONE("完成根因分析", "root cause done"),
    CLOSED("結案", "closed");

    private final Text text;

    Anchor(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }
}
