-- Who is told, by which channel, until somebody acknowledges. Placeholders: ${app} the service's login role, which reads
-- what its caller may see and writes nothing; ${engine} the role of listeners and timers.

create table procedure_version (
    hash text primary key,
    id text not null,
    content text not null,
    kept_at timestamptz not null default app_now());
grant select, insert on procedure_version to ${engine};

create table contacts (
    agency text primary key,
    version bigint not null,
    entry text not null);
call protect('contacts', 'agency');
grant select, insert, update, delete on contacts to ${engine};

create table contacts_offset (
    partition int primary key,
    next_offset bigint not null);
grant select, insert, update on contacts_offset to ${engine};

create table incident (
    id uuid primary key,
    number text not null,
    agency text not null,
    level smallint not null check (level between 1 and 4),
    tlp text not null,
    procedure_hash text not null,
    exercise boolean not null,
    state_secret boolean not null,
    conditions text[] not null,
    due_times text not null,
    damage_controlled boolean not null default false,
    closed_at timestamptz);
call protect('incident', 'agency');
grant select, insert, update on incident to ${engine};

create table notice (
    id uuid primary key,
    incident_id uuid not null references incident,
    agency text not null,
    recipient_agency text not null,
    rule text not null,
    procedure_hash text not null,
    title_zh text not null,
    title_en text not null,
    clause text not null,
    number text not null,
    tlp text not null,
    exercise boolean not null,
    level smallint not null,
    information boolean not null,
    phone_only boolean not null,
    status text not null check (status in ('OPEN', 'ACKNOWLEDGED', 'ENDED')),
    end_reason text check (end_reason in ('INFORMED', 'SUPERSEDED', 'EXHAUSTED', 'MET')),
    loop smallint not null,
    step smallint not null,
    since timestamptz not null,
    due_at timestamptz,
    answer_due_at timestamptz,
    facts text not null,
    confirmed_by text not null,
    cause uuid not null,
    opened_at timestamptz not null,
    updated_at timestamptz not null,
    taken_by_name text,
    taken_by_role text,
    taken_by_agency text,
    taken_method text,
    taken_at timestamptz,
    ended_at timestamptz,
    unique (cause, rule, recipient_agency),
    -- No state is both final and silent.
    check (status <> 'OPEN' or due_at is not null),
    check ((status = 'ENDED') = (end_reason is not null)),
    check (status <> 'ACKNOWLEDGED' or taken_at is not null));
create index notice_due on notice (level desc, due_at) where due_at is not null;
create index notice_of_incident on notice (incident_id, id);
create index notice_of_agency on notice (agency, id);
create index notice_of_recipient on notice (recipient_agency, id);
call protect('notice', 'agency');
-- The agency that is told sees its own notices, and nothing more of the incident.
create policy told_agency on notice for select to ${app} using (
    recipient_agency = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and recipient_agency in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));

-- A person told by a notice. Its id is the one in the link of his mail; of token and code only hashes are kept.
create table told (
    id uuid primary key,
    notice_id uuid not null references notice,
    contact uuid not null,
    agency text not null,
    agency_name text not null,
    agency_name_english text,
    name text not null,
    role text not null,
    language text not null,
    addresses text not null,
    told_at timestamptz not null,
    token_hash bytea not null,
    code_hash bytea not null,
    tries smallint not null default 0,
    tries_from timestamptz,
    acknowledged_at timestamptz,
    acknowledged_method text,
    unique (notice_id, contact));

create table delivery (
    id uuid primary key,
    notice_id uuid not null references notice,
    told_id uuid not null references told,
    contact uuid not null,
    loop smallint not null,
    step smallint not null,
    channel text not null,
    address text not null,
    role text not null,
    because text not null,
    level smallint not null,
    state text not null check (state in ('PENDING', 'CLAIMED', 'ACCEPTED', 'ACKNOWLEDGED', 'BOUNCED', 'TRANSIENT',
        'PERMANENT', 'AMBIGUOUS', 'SUPERSEDED')),
    reason text,
    due_at timestamptz,
    fence bigint not null default 0,
    attempts int not null default 0,
    copies int not null default 0,
    first_attempt_at timestamptz,
    created_at timestamptz not null,
    ended_at timestamptz,
    unique (notice_id, step, loop, contact, channel),
    check (state not in ('CLAIMED', 'TRANSIENT') or due_at is not null),
    check (state not in ('BOUNCED', 'PERMANENT', 'SUPERSEDED') or reason is not null));
create index delivery_due on delivery (level desc, due_at) where due_at is not null;
create index on delivery (told_id);

create table attempt (
    delivery_id uuid not null references delivery,
    number int not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    reason text,
    relay text,
    primary key (delivery_id, number));

-- The result of a call; the open task itself is the delivery by the channel phone-task.
create table phone_task (
    id uuid primary key references delivery,
    notice_id uuid not null references notice,
    outcome text check (outcome in ('ANSWERED', 'NO_ANSWER', 'WRONG_NUMBER')),
    result_by text,
    result_by_name text,
    result_at timestamptz,
    note text);
create index on phone_task (id) where outcome is null;

create table notice_step (
    id uuid primary key,
    notice_id uuid not null references notice,
    loop smallint not null,
    step smallint not null,
    because text,
    told int not null,
    at timestamptz not null);
create index on notice_step (notice_id, id);

create table lateral_reply (
    id uuid primary key,
    notice_id uuid not null references notice,
    reply text not null check (reply in ('AFFECTED', 'NOT_AFFECTED', 'UNKNOWN')),
    note text,
    replied_by text not null,
    replied_by_name text not null,
    replied_at timestamptz not null);
create index on lateral_reply (notice_id);

-- Who sees a notice sees what hangs on it.
do $$
declare
    part text;
begin
    foreach part in array array['told', 'delivery', 'phone_task', 'notice_step', 'lateral_reply'] loop
        execute format('alter table %s enable row level security', part);
        execute format('alter table %s force row level security', part);
        execute format('create policy caller on %1$s for select to ${app} using (
            exists (select 1 from notice n where n.id = %1$s.notice_id))', part);
        execute format('create policy engine on %s to ${engine} using (true) with check (true)', part);
    end loop;
end $$;
alter table attempt enable row level security;
alter table attempt force row level security;
create policy caller on attempt for select to ${app} using (
    exists (select 1 from delivery d where d.id = attempt.delivery_id));
create policy engine on attempt to ${engine} using (true) with check (true);

grant select on notice, delivery, attempt, phone_task, notice_step, lateral_reply to ${app};
grant select (id, notice_id, contact, agency, agency_name, agency_name_english, name, role, language, told_at,
    acknowledged_at, acknowledged_method) on told to ${app};
grant select, insert, update on notice, told, delivery, attempt, phone_task, notice_step, lateral_reply to ${engine};
