package org.tongbao.contacts.channel.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.channel.usecase.ChannelCodes;
import org.tongbao.platform.sql.Sql;

/** One row an address; a new code takes the place of the one before and keeps the count of the hour. */
@ApplicationScoped
class SqlChannelCodes implements ChannelCodes {
    private static final String PUT = """
        insert into channel_code as c (id, agency, contact, channel, hash, valid_until)
        values ($1, $2, $3, $4, $5, app_now() + $6::bigint * interval '1 millisecond')
        on conflict (agency, contact, channel) do update set id = excluded.id, hash = excluded.hash,
            valid_until = excluded.valid_until, tries = 0, used = false,
            asks = case when c.asks_from > app_now() - interval '1 hour' then c.asks + 1 else 1 end,
            asks_from = case when c.asks_from > app_now() - interval '1 hour' then c.asks_from else app_now() end
        returning valid_until, asks\
        """;
    private static final String OPEN = """
        select id, hash, valid_until > app_now() as holds, tries, used from channel_code
        where agency = $1 and contact = $2 and channel = $3 for update\
        """;
    private static final String COUNT_TRY = "update channel_code set tries = tries + 1 where id = $1";
    private static final String USE = "update channel_code set used = true where id = $1";

    @Override
    public Uni<Put> put(Place place, UUID id, String hash, Duration validFor) {
        return Sql.queryOne(
                PUT,
                row -> new Put(row.instant("valid_until"), row.integer("asks")),
                id,
                place.agency().value(),
                place.contact(),
                place.channel(),
                hash,
                validFor.toMillis());
    }

    @Override
    public Uni<Optional<Kept>> open(Place place) {
        return Sql.queryFirst(
                OPEN,
                row -> new Kept(
                        row.uuid("id"), row.text("hash"), row.bool("holds"), row.integer("tries"), row.bool("used")),
                place.agency().value(),
                place.contact(),
                place.channel());
    }

    @Override
    public Uni<Void> countTry(UUID id) {
        return Sql.update(COUNT_TRY, id).replaceWithVoid();
    }

    @Override
    public Uni<Void> use(UUID id) {
        return Sql.update(USE, id).replaceWithVoid();
    }
}
