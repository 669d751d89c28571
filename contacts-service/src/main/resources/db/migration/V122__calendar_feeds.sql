-- Calendars of duty that a phone or mail program fetches by a secret address. Only the hash of the secret is kept; who loses it
-- revokes the feed and opens another.
create table calendar_feed (
    id uuid primary key,
    agency text not null references agency_facts,
    contact uuid,
    role text,
    secret_hash text not null unique,
    opened_at timestamptz not null default app_now(),
    foreign key (agency, contact) references contact (agency, id));
create index on calendar_feed (agency);

call protect('calendar_feed', 'agency');

grant select, insert, delete on calendar_feed to ${app};
grant select on calendar_feed to ${engine};
