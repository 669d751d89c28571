package org.tongbao.contracts.procedure;

/** The instant a limit counts from, named as the clause names it. Separate instants, never merged. */
public enum Anchor implements Keyed {
    /** 發生. */
    OCCURRED,
    /** 發現. */
    DISCOVERED,
    /** 確認. */
    CONFIRMED,
    /** 知悉. */
    AWARE,
    /** 通報: when the reporter filed, or spoke on the phone. */
    REPORTED,
    /** 接獲: when the report was stored here, or the call was taken. */
    RECEIVED,
    /** 審核完成. */
    REVIEWED,
    /** 事由解除: when what prevented the prescribed way of reporting ended. */
    OUTAGE_ENDED,
    /** 完成初步損害控制. */
    INITIALLY_CONTAINED,
    /** 完成損害控制. */
    CONTAINED,
    /** 完成復原. */
    RECOVERED,
    /** 完成根因分析. */
    ROOT_CAUSE_DONE,
    /** 結案. */
    CLOSED
}
