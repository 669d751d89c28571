package org.tongbao.intake.response.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.tongbao.intake.response.usecase.ResponseRecords;
import org.tongbao.intake.rest.StoredJson;
import org.tongbao.platform.time.Times;

/**
 * @param content as it was sent
 */
record ResponseRecordView(UUID id, String kind, String recordedAt, String recordedBy, JsonNode content) {
    static ResponseRecordView of(ResponseRecords.ResponseRecord it) {
        return new ResponseRecordView(
                it.id(),
                it.kind().key(),
                Times.text(it.recordedAt()),
                it.recordedByName(),
                StoredJson.tree(it.content()));
    }
}
