package org.tongbao.intake.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.http.IdempotencyKeys;

/** Creates something once for each idempotency key; a repeated key gets the same answer. */
@ApplicationScoped
public class IdempotentCreation {
    private static final int CREATED = 201;

    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    IdempotentCreation(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    public Uni<Response> create(Caller caller, IdempotencyKeys.Key key, Supplier<Uni<?>> creation) {
        return keys.once(caller, key, () -> creation.get()
                        .map(created -> new IdempotencyKeys.Answer(CREATED, write(created))))
                .map(answer ->
                        Response.status(answer.status()).entity(answer.body()).build());
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
