package org.tongbao.intake.response.domain;

import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Keyed;

/** The kinds of response records; the key is the last segment of the endpoint's path. */
public enum ResponseKind implements Keyed {
    MILESTONES("記錄處理里程碑", "recorded a milestone of the response"),
    TEAM("成立通報應變小組", "formed the response team"),
    MEETINGS("召開事件應變會議", "held the response meeting"),
    EVIDENCE("記錄跡證保存", "recorded the preservation of evidence"),
    ROOT_CAUSE("完成根因分析", "completed the root cause analysis"),
    IMPROVEMENTS("記錄改善措施", "recorded improvements"),
    EFFECT_REPORTS("回報控制措施成效", "reported the effect of the control measures"),
    FINAL_REPORT("提出調查、處理及改善報告", "filed the final report"),
    CLOSING_REQUEST("提出結報", "filed the closing"),
    RETROACTIVE_FILING("補行通報", "filed the offline report retroactively"),
    LEVEL_CHANGES("申請等級變更", "declared another level"),
    SIGN_OFFS("簽核", "signed off");

    private final Text sentence;

    ResponseKind(String chinese, String english) {
        sentence = new Text(chinese, english);
    }

    /** What somebody did, without the subject of the sentence. */
    public Text sentence() {
        return sentence;
    }
}
