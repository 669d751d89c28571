-- Rotations, what departs from them (overrides, swaps), and holidays. The row of contact_book is their lock, as it is of contacts
-- and shifts, so what one of them says of another is checked under it.
create table roster_item (
    id uuid primary key,
    agency text not null references contact_book,
    revision bigint not null,
    kind text not null check (kind in ('rotation', 'duty-override', 'duty-swap', 'holiday-calendar')),
    body jsonb not null,
    filed_at timestamptz not null default app_now());
create index on roster_item (agency);
create unique index roster_item_one_rotation_a_role on roster_item (agency, (body ->> 'role')) where kind = 'rotation';

call protect('roster_item', 'agency');

-- Who stands in a relation to the agency reads them, as it reads shifts.
create policy relation_reads on roster_item for select to ${app} using (
    agency in (select r.agency from agency_relation r
               where r.relative = (select nullif(current_setting('app.agency', true), ''))));

grant select, insert, update, delete on roster_item to ${app};
grant select, insert, update, delete on roster_item to ${engine};
