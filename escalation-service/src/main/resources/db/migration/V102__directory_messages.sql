-- What the directory says to somebody: codes, shifts, attestations, readiness. Its own tables beside those of notices: no
-- incident, no ladder, and the addressee comes with the event.

create table directory_message (
    -- The id of the event, so that a repeated one has no second effect.
    id uuid primary key,
    agency text not null,
    kind text not null check (kind in ('CODE_REQUESTED', 'SHIFT_STARTING', 'DUTY_CHANGED', 'ATTESTATION_DUE',
        'READINESS_REPORTED')),
    contact uuid not null,
    name text not null,
    language text not null,
    agency_name text not null,
    agency_name_english text,
    channels jsonb not null,
    position smallint not null default 0,
    -- Whether the duty desk is to call the number at this position.
    calling boolean not null default false,
    matter text not null,
    -- Kept until the message has ended, and never shown to callers.
    code text,
    too_late_at timestamptz,
    state text not null check (state in ('PENDING', 'CLAIMED', 'ACCEPTED', 'TRANSIENT', 'PERMANENT', 'AMBIGUOUS',
        'SUPERSEDED')),
    reason text,
    due_at timestamptz,
    fence bigint not null default 0,
    attempts int not null default 0,
    copies int not null default 0,
    first_attempt_at timestamptz,
    created_at timestamptz not null default app_now(),
    updated_at timestamptz not null default app_now(),
    ended_at timestamptz,
    -- No state is both final and silent: it has ended with a reason, is due, or waits for a call.
    check (ended_at is not null or due_at is not null or calling),
    check (ended_at is null or due_at is null and not calling and code is null),
    check (state not in ('PERMANENT', 'SUPERSEDED') or reason is not null),
    check ((state in ('ACCEPTED', 'PERMANENT', 'SUPERSEDED')) <= (ended_at is not null)));
create index directory_message_due on directory_message (due_at) where due_at is not null;
create index directory_message_calling on directory_message (id) where calling;
create index directory_message_failed on directory_message (ended_at)
    where state in ('PERMANENT', 'AMBIGUOUS', 'SUPERSEDED');
create index on directory_message (agency, id);
call protect('directory_message', 'agency');

create table directory_attempt (
    message_id uuid not null references directory_message,
    position smallint not null,
    number int not null,
    channel text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    reason text,
    relay text,
    primary key (message_id, position, number));

create table directory_call (
    id uuid primary key,
    message_id uuid not null references directory_message,
    position smallint not null,
    created_at timestamptz not null default app_now(),
    outcome text check (outcome in ('ANSWERED', 'NO_ANSWER', 'WRONG_NUMBER')),
    result_by text,
    result_by_name text,
    result_at timestamptz,
    note text,
    unique (message_id, position));

-- Who sees a message sees what hangs on it.
do $$
declare
    part text;
begin
    foreach part in array array['directory_attempt', 'directory_call'] loop
        execute format('alter table %s enable row level security', part);
        execute format('alter table %s force row level security', part);
        execute format('create policy caller on %1$s for select to ${app} using (
            exists (select 1 from directory_message m where m.id = %1$s.message_id))', part);
        execute format('create policy engine on %s to ${engine} using (true) with check (true)', part);
    end loop;
end $$;

grant select (id, agency, kind, contact, name, language, agency_name, agency_name_english, channels, position, calling,
    matter, state, reason, due_at, created_at, updated_at, ended_at) on directory_message to ${app};
grant select on directory_attempt, directory_call to ${app};
grant select, insert, update on directory_message, directory_attempt, directory_call to ${engine};
