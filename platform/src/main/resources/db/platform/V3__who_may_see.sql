-- Who may see a row is said by one function, which policies and queries ask alike:
--
--     exists (select from caller_sees(agency))                 a row of an agency
--     exists (select from caller_sees(agency, incident_id))    a row of an incident, which may be opened to others
--
-- It returns a row or none instead of a boolean: PostgreSQL writes such a function out in place (a boolean one only when it asks
-- no table), so a query reads the caller's scope once, into a hash, and only when a row is not the caller's own.

create function caller_agency() returns text language sql stable parallel safe
    return nullif(current_setting('app.agency', true), '');

-- The agencies below the caller's; none before the copy of the tree is complete.
create function caller_below() returns setof text language sql stable parallel safe rows 100
begin atomic
    select c.descendant from agency_closure c
    where c.ancestor = (select caller_agency()) and (select current_setting('app.subtree', true) = 'on');
end;

create function caller_sees(agency text) returns setof boolean language sql stable parallel safe rows 1
begin atomic
    select true where caller_sees.agency = (select caller_agency())
        or caller_sees.agency in (select b from caller_below() b);
end;

create function caller_sees(agency text, incident uuid) returns setof boolean language sql stable parallel safe rows 1
begin atomic
    select true where caller_sees.agency = (select caller_agency())
        or caller_sees.agency in (select b from caller_below() b)
        or caller_sees.incident in (select a.incident_id from incident_access a where a.agency = (select caller_agency()));
end;

-- The scope of caller_sees(agency), looked up for each row: where few rows are found, and the reader may stand above thousands.
-- Without the offset the planner reads the whole scope first.
create function caller_sees_each(agency text) returns setof boolean language sql stable parallel safe rows 1
begin atomic
    select true where caller_sees_each.agency = (select caller_agency())
        or exists (select from caller_below() b where b = caller_sees_each.agency offset 0);
end;

-- Also for a table that is protected already: its policies are made anew.
create or replace procedure protect(target regclass, agency_column text, incident_column text default null)
language plpgsql as $$
declare
    visible constant text := case when incident_column is null
        then format('exists (select from caller_sees(%I))', agency_column)
        else format('exists (select from caller_sees(%I, %I))', agency_column, incident_column) end;
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('drop policy if exists caller on %s', target);
    execute format('create policy caller on %s to ${app} using (%s) with check (%s)', target, visible, visible);
    execute format('drop policy if exists engine on %s', target);
    execute format('create policy engine on %s to ${engine} using (true) with check (true)', target);
end $$;

call protect('journal', 'agency', 'incident_id');
call protect('idempotency', 'agency');

drop policy caller_reads on incident_access;
create policy caller_reads on incident_access for select to ${app} using (
    agency = (select caller_agency()) or exists (select from caller_sees(owner)));
drop policy caller_opens on incident_access;
create policy caller_opens on incident_access for insert to ${app} with check (exists (select from caller_sees(owner)));
