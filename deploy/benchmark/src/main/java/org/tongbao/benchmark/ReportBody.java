package org.tongbao.benchmark;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The bodies that are reported. */
final class ReportBody {
    private static final ZoneOffset TAIPEI = ZoneOffset.ofHours(8);

    private ReportBody() {}

    /** A report as a Taipei agency would file it, at level 3. */
    static String levelThree() {
        return """
            {"title": "市民服務網後台遭植入網頁後門", "description": "機關人員於例行檢視網站日誌時發現後台有異常上傳紀錄，經查為網頁後門程式。",
             "awareAt": "%s", "declaredLevel": 3, "tlp": "AMBER+STRICT",
             "impact": {"confidentiality": {"business": "core", "data": "sensitive", "severity": "minor"},
                        "integrity": {"business": "core", "data": "sensitive", "severity": "minor"},
                        "availability": {"business": "core", "tolerableInterruption": "within"}},
             "systems": [{"name": "市民服務網", "ownership": "outsourced", "core": true, "addresses": ["203.0.113.20"]}],
             "measures": "已關閉後台對外連線並保留虛擬機映像檔。", "support": {"needed": false}}\
            """.formatted(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.now(TAIPEI).truncatedTo(ChronoUnit.SECONDS)));
    }

    /**
     * @param agencies a JSON array as the schema of a report has it
     */
    static String levelThreeAffecting(String agencies) {
        return levelThree().replaceFirst("\\}$", ", \"affectedAgencies\": " + agencies + "}");
    }
}
