package org.tongbao.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.tongbao.intake.usecase.ResponseRecords;

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
                MergePatch.tree(it.content()));
    }
}
