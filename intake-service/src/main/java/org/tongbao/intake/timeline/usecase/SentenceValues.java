package org.tongbao.intake.timeline.usecase;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.platform.time.Times;

/** Values for the placeholders of timeline sentences. */
final class SentenceValues {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Times.TAIPEI);

    private SentenceValues() {}

    static String time(@Nullable Instant at) {
        return at == null ? "–" : TIME.format(at);
    }

    static Map<String, String> obligation(Procedure procedure, String key) {
        Text name = procedure.obligation(key).map(it -> it.name()).orElseGet(() -> new Text(key, key));
        Map<String, String> values = new HashMap<>();
        values.put("obligation", name.chinese());
        values.put("obligationEnglish", name.english());
        return values;
    }
}
