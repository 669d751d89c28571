-- What review-service knows of an incident: no content, only what its clocks and rules need.
create table incident (
    id uuid primary key,
    number text not null,
    agency text not null,
    exercise boolean not null,
    procedure_hash text not null,
    level smallint not null check (level between 1 and 4),
    first_level smallint not null check (first_level between 1 and 4),
    occurred timestamptz,
    discovered timestamptz,
    confirmed timestamptz,
    aware timestamptz,
    reported timestamptz,
    received timestamptz not null,
    reported_by text not null,
    approved_by text,
    unique (id, agency));
call protect('incident', 'agency', 'id');
alter table incident_access add foreign key (incident_id, owner) references incident (id, agency);

create table review (
    id uuid primary key,
    incident_id uuid not null,
    number text not null,
    agency text not null,
    exercise boolean not null,
    kind text not null check (kind in ('LEVEL', 'CLOSING')),
    level smallint not null check (level between 1 and 4),
    clause text not null,
    information_clause text not null,
    anchored_at timestamptz not null,
    due_at timestamptz,
    -- due_at, or the end of time where nothing is due: what the queue is ordered by
    queue_at timestamptz not null,
    outcomes text[] not null,
    basis_required boolean not null,
    authorities text[] not null check (cardinality(authorities) > 0),
    turn int not null check (turn >= 0 and turn < cardinality(authorities)),
    authority text not null,
    take_over boolean not null,
    involved text[] not null,
    opened_at timestamptz not null,
    status text not null check (status in ('OPEN', 'OVERDUE', 'CONCLUDED')),
    watch_at timestamptz check (watch_at is null or status <> 'CONCLUDED'),
    claimed_by text,
    claimed_name text,
    claimed_agency text,
    claimed_at timestamptz,
    outcome text check ((outcome is not null) = (status = 'CONCLUDED')),
    decided_level smallint check (decided_level between 1 and 4),
    basis text,
    other_agencies text,
    critical_infrastructure text,
    support_granted boolean,
    support_note text,
    concluded_by text,
    concluded_name text,
    concluded_agency text,
    concluded_at timestamptz,
    late boolean,
    version bigint not null,
    updated_at timestamptz not null,
    foreign key (incident_id, agency) references incident (id, agency),
    unique (id, agency));
create unique index review_pending on review (incident_id, kind) where status <> 'CONCLUDED';
create index review_watched on review (watch_at) where watch_at is not null;
create index review_queue on review (queue_at, id) where status <> 'CONCLUDED';
create index review_by_agency on review (agency, queue_at, id);
create index review_by_incident on review (incident_id);
call protect('review', 'agency', 'incident_id');

create table review_event (
    id uuid primary key,
    review_id uuid not null,
    incident_id uuid not null,
    agency text not null,
    at timestamptz not null,
    what text not null,
    actor text,
    actor_name text,
    actor_agency text,
    detail text not null,
    words text,
    foreign key (review_id, agency) references review (id, agency));
create index on review_event (review_id, id);
call protect('review_event', 'agency', 'incident_id');

-- Every procedure version that an incident was opened under, as canonical JSON. Public rules, nobody's data.
create table procedure_version (
    hash text primary key,
    id text not null,
    content text not null,
    kept_at timestamptz not null default app_now());

grant select on incident, procedure_version to ${app}, ${engine};
grant insert, update on incident to ${engine};
grant insert on procedure_version to ${engine};
grant select, update on review to ${app}, ${engine};
grant insert on review to ${engine};
grant select, insert on review_event to ${app}, ${engine};
