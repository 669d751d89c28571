-- What every service keeps besides its own tables. Placeholders: ${app} the service's login role, which owns nothing;
-- ${engine} the role its relay, listeners and timers act under.

create function app_now() returns timestamptz language sql stable as 'select now()';

create table agency (
    code text primary key,
    version bigint not null,
    path text[] not null,
    entry text not null);

create table agency_closure (
    ancestor text not null,
    descendant text not null,
    primary key (ancestor, descendant));
create index on agency_closure (descendant);

create table agency_offset (
    partition int primary key,
    next_offset bigint not null);

-- What a caller may see is said here and nowhere else: its own agency, those below it, and what a relation opens to it.
create procedure protect(target regclass, agency_column text, incident_column text default null)
language plpgsql as $$
declare
    visible text;
begin
    visible := format(
        '%1$I = (select nullif(current_setting(''app.agency'', true), ''''))
         or (select current_setting(''app.subtree'', true) = ''on'') and %1$I in (
            select descendant from agency_closure
            where ancestor = (select nullif(current_setting(''app.agency'', true), '''')))', agency_column);
    if incident_column is not null then
        visible := visible || format(
            ' or %1$I in (select a.incident_id from incident_access a
                where a.agency = (select nullif(current_setting(''app.agency'', true), '''')))', incident_column);
    end if;
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy caller on %s to ${app} using (%s) with check (%s)', target, visible, visible);
    execute format('create policy engine on %s to ${engine} using (true) with check (true)', target);
end $$;

-- Opens an incident of agency "owner" to another agency. A service ties (incident_id, owner) to its own table by a foreign
-- key, so that nobody can open what is not his.
create table incident_access (
    incident_id uuid not null,
    owner text not null,
    agency text not null,
    why text not null,
    since timestamptz not null default app_now(),
    primary key (incident_id, agency, why));
create index on incident_access (agency, incident_id);
alter table incident_access enable row level security;
alter table incident_access force row level security;
create policy caller_reads on incident_access for select to ${app} using (
    agency = (select nullif(current_setting('app.agency', true), ''))
    or owner = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and owner in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));
create policy caller_opens on incident_access for insert to ${app} with check (
    owner = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and owner in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));
create policy engine on incident_access to ${engine} using (true) with check (true);

create table outbox (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    bucket smallint not null,
    topic text not null,
    subject text not null,
    type text not null,
    payload text not null,
    exercise boolean not null,
    created_at timestamptz not null default clock_timestamp(),
    sequence bigint,
    sent_at timestamptz);
create index outbox_unsent on outbox (bucket, position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

create table outbox_sequence (
    subject text primary key,
    last bigint not null);

create table inbox (
    listener text not null,
    event_id uuid not null,
    received_at timestamptz not null default app_now(),
    primary key (listener, event_id));
create index on inbox (received_at);

create table inbox_position (
    listener text not null,
    source text not null,
    subject text not null,
    sequence bigint not null,
    primary key (listener, source, subject));

create table inbox_parked (
    listener text not null,
    event_id uuid not null,
    source text not null,
    subject text not null,
    sequence bigint not null,
    type text not null,
    event_time timestamptz not null,
    exercise boolean not null,
    payload text not null,
    reason text not null,
    parked_at timestamptz not null default app_now(),
    primary key (listener, event_id));
create index on inbox_parked (listener, source, subject, sequence);

create table journal (
    id uuid primary key,
    at timestamptz not null default clock_timestamp(),
    action text not null,
    actor text not null,
    actor_name text not null,
    actor_agency text not null,
    agency text not null,
    incident_id uuid,
    clause text,
    detail text not null,
    xid xid8 not null default pg_current_xact_id());
create index on journal (incident_id, at);
call protect('journal', 'agency', 'incident_id');

create table idempotency (
    agency text not null,
    key text not null,
    request_hash bytea not null,
    status smallint not null,
    body text not null,
    created_at timestamptz not null default app_now(),
    primary key (agency, key));
create index on idempotency (created_at);
call protect('idempotency', 'agency');

grant select on agency, agency_closure to ${app}, ${engine};
grant insert, update, delete on agency, agency_closure to ${engine};
grant select, insert, update on agency_offset to ${engine};
grant select, insert on incident_access, journal, idempotency to ${app}, ${engine};
grant delete on incident_access, idempotency to ${engine};
grant insert on outbox to ${app};
grant select, insert, update, delete on outbox to ${engine};
grant select, insert, update on outbox_sequence to ${engine};
grant select, insert, delete on inbox to ${engine};
grant select, insert, update on inbox_position to ${engine};
grant select, insert, update, delete on inbox_parked to ${engine};
