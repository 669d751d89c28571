package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** Why a notice reaches nobody, so that the competent authority is told instead. */
public enum UnreachedReason implements Named {
    RELATION_UNFILLED("通訊錄未登載應通知的機關", "the directory names no agency to tell"),
    UNKNOWN_AGENCY("通訊錄查無這個機關代碼", "the directory does not know the agency"),
    NOBODY_IN_ROLE("應通知的職務無人可聯絡", "nobody who can be reached holds the role"),
    LADDER_EXHAUSTED("已通知所有人，仍無人確認", "everybody was told and nobody acknowledged");

    private final Text text;

    UnreachedReason(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }
}
