-- Agencies and their people. What follows from the tree (paths, scopes) is kept in the platform's agency and agency_closure,
-- which this service writes itself, in the transaction of the change.

create table tree (
    single boolean primary key default true check (single),
    version bigint not null);
insert into tree values (true, 0);

-- revision counts what people edit, entry_version also what follows from a move of somebody above.
create table agency_facts (
    code text primary key,
    revision bigint not null,
    entry_version bigint not null,
    tree_version bigint not null,
    name text not null,
    name_english text,
    kind text not null,
    procedure text not null,
    parent text references agency_facts,
    responsibility_level text check (responsibility_level in ('A', 'B', 'C', 'D', 'E')),
    zone text not null,
    languages text[] not null,
    updated_at timestamptz not null default app_now());
create unique index agency_facts_one_root on agency_facts ((true)) where parent is null;
create index on agency_facts (parent);
create index on agency_facts (updated_at);

-- A document may name an agency before it creates it, so the reference is looked at when the transaction ends.
create table agency_relation (
    agency text not null references agency_facts,
    relation text not null,
    position smallint not null,
    relative text not null references agency_facts deferrable initially deferred,
    primary key (agency, relation, position));
create index on agency_relation (relative, agency);

create table contact_book (
    agency text primary key references agency_facts,
    version bigint not null,
    duty_until timestamptz);
create index on contact_book (duty_until);

create table contact (
    id uuid primary key,
    agency text not null references contact_book,
    revision bigint not null,
    name text not null,
    title text,
    employment text not null,
    language text not null,
    roles text[] not null,
    channels jsonb not null,
    filed_at timestamptz not null default app_now(),
    removed_at timestamptz,
    unique (agency, id));

create table deputyship (
    id uuid primary key,
    agency text not null,
    revision bigint not null,
    contact uuid not null,
    deputies uuid[] not null,
    starts timestamptz not null,
    ends timestamptz,
    foreign key (agency, contact) references contact (agency, id));
create index on deputyship (agency);

create table absence (
    id uuid primary key,
    agency text not null,
    revision bigint not null,
    contact uuid not null,
    stand_in uuid,
    starts timestamptz not null,
    ends timestamptz not null check (starts < ends),
    foreign key (agency, contact) references contact (agency, id),
    foreign key (agency, stand_in) references contact (agency, id));
create index on absence (agency);

create table shift (
    id uuid primary key,
    agency text not null,
    revision bigint not null,
    role text not null,
    contact uuid not null,
    starts timestamptz not null,
    ends timestamptz not null check (starts < ends),
    foreign key (agency, contact) references contact (agency, id));
create index on shift (agency, ends);

-- People: the agency itself and those above it.
call protect('contact_book', 'agency');
call protect('contact', 'agency');
call protect('deputyship', 'agency');
call protect('absence', 'agency');
call protect('shift', 'agency');

-- People: who stands in a relation to the agency (city bureau, reviewing, receiving …) reads them, and no more.
create policy relation_reads on contact_book for select to ${app} using (
    agency in (select r.agency from agency_relation r
               where r.relative = (select nullif(current_setting('app.agency', true), ''))));
create policy relation_reads on contact for select to ${app} using (
    agency in (select r.agency from agency_relation r
               where r.relative = (select nullif(current_setting('app.agency', true), ''))));
create policy relation_reads on deputyship for select to ${app} using (
    agency in (select r.agency from agency_relation r
               where r.relative = (select nullif(current_setting('app.agency', true), ''))));
create policy relation_reads on absence for select to ${app} using (
    agency in (select r.agency from agency_relation r
               where r.relative = (select nullif(current_setting('app.agency', true), ''))));
create policy relation_reads on shift for select to ${app} using (
    agency in (select r.agency from agency_relation r
               where r.relative = (select nullif(current_setting('app.agency', true), ''))));

-- Agencies: everybody reads that they exist, because a reporter must be able to name an affected one. They are changed from
-- above, and a new one, or one that moves, comes below somebody in scope. The engine does not change them.
alter table agency_facts enable row level security;
alter table agency_facts force row level security;
create policy everybody_reads on agency_facts for select to ${app} using (true);
create policy caller_creates on agency_facts for insert to ${app} with check (
    code = (select nullif(current_setting('app.agency', true), ''))
    or parent = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and parent in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));
create policy caller_changes on agency_facts for update to ${app} using (
    code = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and code in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))))
    with check (
    code = (select nullif(current_setting('app.agency', true), ''))
    or parent = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and parent in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));
create policy engine on agency_facts to ${engine} using (true) with check (true);

alter table agency_relation enable row level security;
alter table agency_relation force row level security;
create policy caller_reads on agency_relation for select to ${app} using (
    agency = (select nullif(current_setting('app.agency', true), ''))
    or relative = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and agency in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));
create policy caller_creates on agency_relation for insert to ${app} with check (
    agency = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and agency in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));
create policy caller_removes on agency_relation for delete to ${app} using (
    agency = (select nullif(current_setting('app.agency', true), ''))
    or (select current_setting('app.subtree', true) = 'on') and agency in (
        select descendant from agency_closure where ancestor = (select nullif(current_setting('app.agency', true), ''))));
create policy engine on agency_relation to ${engine} using (true) with check (true);

grant select, update (version) on tree to ${app};
grant select, insert, update on agency_facts to ${app};
grant select, insert, delete on agency_relation to ${app};
grant insert, update, delete on agency, agency_closure to ${app};
grant select, insert, update on contact_book to ${app};
grant select, insert, update on contact to ${app};
grant select, insert, update, delete on deputyship, absence, shift to ${app};
grant select on tree, agency_facts, agency_relation, contact, deputyship, absence, shift to ${engine};
grant select, insert, update on contact_book to ${engine};
