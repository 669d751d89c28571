package org.tongbao.contacts.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Answers as text, which is what is kept of them for a repeated request. */
@ApplicationScoped
public class Texts {
    private final ObjectMapper json;

    Texts(ObjectMapper json) {
        this.json = json;
    }

    public String of(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id in what an earlier answer showed. */
    String idIn(String answer) {
        try {
            return json.readTree(answer).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
