package org.tongbao.contacts.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows as the one document that a statement for many of them takes. */
@ApplicationScoped
class JsonRows {
    private final ObjectMapper json;

    JsonRows(ObjectMapper json) {
        this.json = json;
    }

    String of(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
