package org.tongbao.platform.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.sql.Sql;

/**
 * {@code Idempotency-Key}: the same key of the same agency gives the answer that was given first, for 24 hours. The key is
 * taken in the transaction of the creation, so that of many equal requests at once one creates and the others wait for it.
 */
@ApplicationScoped
public class IdempotencyKeys {
    /** Takes the key: one row when it was free. {@code $1 agency, $2 key, $3 hash, $4 status, $5 body}. */
    public static final String TAKE = """
            insert into idempotency (agency, key, request_hash, status, body) values ($1, $2, $3, $4, $5)
            on conflict (agency, key) do nothing""";

    private static final String KNOWN =
            "select status, body, request_hash = $3 as same_request from idempotency where agency = $1 and key = $2";
    private static final int LONGEST = 200;

    private final Transactions transactions;

    IdempotencyKeys(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A key with the fingerprint of its request.
     *
     * @param hash SHA-256 of method, path and body
     */
    public record Key(String value, byte[] hash) {}

    /** An answer as it was, or is to be, given. */
    public record Answer(int status, String body) {}

    /**
     * @throws ProblemException 400 without a key, or with one over 200 characters
     */
    public static Key required(@Nullable String header, String operation, byte[] body) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            throw ProblemException.invalid(
                    "invalid-idempotency-key",
                    new Text("Idempotency-Key 有誤", "Wrong Idempotency-Key"),
                    List.of(
                            new Violation(
                                    "header:Idempotency-Key",
                                    header == null || header.isBlank() ? "missing" : "too-long",
                                    new Text(
                                            "請附上 1 到 200 字的 Idempotency-Key；重送時用同一個值，才不會重複建立。",
                                            "Send an Idempotency-Key of 1 to 200 characters, the same one when you repeat the request."))));
        }
        return new Key(header, sha256(operation, body));
    }

    /**
     * Gives the known answer, or runs the creation and stores its answer, in one transaction of the caller.
     *
     * @throws ProblemException 422 when the key came with another request before
     */
    public Uni<Answer> once(Caller caller, Key key, Supplier<Uni<Answer>> creation) {
        return transactions
                .as(caller, () -> known(caller, key)
                        .chain(known -> known.isPresent()
                                ? Uni.createFrom().item(known.get())
                                : creation.get().call(answer -> store(caller, key, answer))))
                .onFailure(LostRace.class)
                .recoverWithUni(
                        () -> transactions.as(caller, () -> known(caller, key).map(Optional::orElseThrow)));
    }

    /** The answer given before. A new statement sees what another transaction committed while this one waited for the key. */
    public Uni<Optional<Answer>> known(Caller caller, Key key) {
        return Sql.queryFirst(
                KNOWN,
                row -> {
                    if (!row.bool("same_request")) {
                        throw reused();
                    }
                    return new Answer(row.integer("status"), row.text("body"));
                },
                caller.agency(),
                key.value(),
                buffer(key));
    }

    private Uni<Void> store(Caller caller, Key key, Answer answer) {
        return Sql.update(TAKE, caller.agency(), key.value(), buffer(key), (short) answer.status(), answer.body())
                .invoke(taken -> {
                    if (taken == 0) {
                        throw new LostRace();
                    }
                })
                .replaceWithVoid();
    }

    /** The hash as a statement parameter. */
    public static Object buffer(Key key) {
        return Buffer.buffer(key.hash());
    }

    /** Another request with the same key committed first: this one rolls back, and its caller gets the other's answer. */
    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostRace() {
            super("the key was taken meanwhile", null, false, false);
        }
    }

    private static ProblemException reused() {
        return new ProblemException(new Problem(
                422,
                "idempotency-key-reused",
                new Text("Idempotency-Key 已用於另一個請求", "Idempotency-Key used before"),
                new Text(
                        "同一個 Idempotency-Key 先前送過不同的內容；未存入任何資料。新的請求請換新的值。",
                        "This key came with another body before; nothing was stored. Use a new key for a new request."),
                List.of(new Violation(
                        "header:Idempotency-Key", "reused", new Text("先前的內容不同。", "The earlier body was another."))),
                Map.of()));
    }

    private static byte[] sha256(String operation, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
