-- The rules a case was opened under stay readable for its life. They are public: no agency's data.
create table procedure_version (
    hash text primary key,
    id text not null,
    content text not null,
    known_since timestamptz not null default app_now());
grant select, insert on procedure_version to ${app}, ${engine};

create table incident (
    id uuid primary key,
    agency text not null,
    number text not null,
    procedure text not null,
    procedure_hash text not null,
    procedure_assumed boolean not null,
    zone text not null,
    state text not null,
    level int not null check (level between 1 and 4),
    declared_level int check (declared_level between 1 and 4),
    calculated_level int check (calculated_level between 1 and 4),
    reviewed_level int check (reviewed_level between 1 and 4),
    first_level int not null check (first_level between 1 and 4),
    because text not null,
    facts text not null,
    anchors text not null,
    channel text not null,
    received_at timestamptz not null,
    entered_at timestamptz not null,
    filed_by text not null,
    filed_by_name text not null,
    filed_by_agency text not null,
    offline_reason text,
    approved_by text,
    closing_filed_at timestamptz,
    title text,
    tlp text not null,
    exercise boolean not null,
    content text not null,
    version bigint not null,
    updated_at timestamptz not null,
    constraint incident_number unique (number),
    constraint incident_owner unique (id, agency));
create index on incident (updated_at, id);
create index on incident (agency, id);
call protect('incident', 'agency', 'id');
grant select, insert, update on incident to ${app}, ${engine};

-- Nobody can open what is not his: owner and incident belong together.
alter table incident_access add foreign key (incident_id, owner) references incident (id, agency);

create table obligation (
    incident_id uuid not null,
    agency text not null,
    key text not null,
    position int not null,
    owner text not null,
    clause text not null,
    force text not null,
    anchor text not null,
    met_by text not null,
    anchor_at timestamptz,
    anchor_assumed boolean not null,
    due_at timestamptz,
    percents text not null,
    state text not null,
    warned int not null,
    next_at timestamptz,
    met_at timestamptz,
    missed_at timestamptz,
    primary key (incident_id, key),
    foreign key (incident_id, agency) references incident (id, agency));
create index obligation_next on obligation (next_at) where next_at is not null;
call protect('obligation', 'agency', 'incident_id');
grant select, insert, update on obligation to ${app}, ${engine};

create table affected_agency (
    incident_id uuid not null,
    agency text not null,
    affected text not null,
    why text not null,
    named_at timestamptz not null,
    reached_at timestamptz,
    how text,
    reply text,
    primary key (incident_id, affected),
    foreign key (incident_id, agency) references incident (id, agency));
call protect('affected_agency', 'agency', 'incident_id');
grant select, insert on affected_agency to ${app}, ${engine};
grant update on affected_agency to ${engine};

create table report_version (
    incident_id uuid not null,
    agency text not null,
    version bigint not null,
    content text not null,
    replaced_by text not null,
    replaced_by_name text not null,
    replaced_at timestamptz not null,
    primary key (incident_id, version),
    foreign key (incident_id, agency) references incident (id, agency));
call protect('report_version', 'agency', 'incident_id');
grant select, insert on report_version to ${app}, ${engine};

create table response_record (
    id uuid primary key,
    incident_id uuid not null,
    agency text not null,
    kind text not null,
    content text not null,
    recorded_by text not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    foreign key (incident_id, agency) references incident (id, agency));
create index on response_record (incident_id, kind, id);
call protect('response_record', 'agency', 'incident_id');
grant select, insert on response_record to ${app}, ${engine};

create table happening (
    id uuid primary key,
    incident_id uuid not null,
    agency text not null,
    at timestamptz not null,
    kind text not null,
    who text not null,
    who_agency text,
    channel text,
    clause text,
    why text,
    words text not null,
    foreign key (incident_id, agency) references incident (id, agency));
create index on happening (incident_id, at, id);
call protect('happening', 'agency', 'incident_id');
grant select, insert on happening to ${app}, ${engine};
