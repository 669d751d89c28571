-- The same rows to the same callers, asked of the platform's one function.
call protect('contact_book', 'agency');
call protect('calendar_feed', 'agency');
call protect('channel_code', 'agency');
call protect('readiness', 'agency');

-- Of one book few rows are read, by a reader who may stand above ten thousand others.
do $$
declare
    book_table text;
    scope constant text := 'exists (select from caller_sees_each(agency))';
begin
    foreach book_table in array array['contact', 'deputyship', 'absence', 'shift', 'roster_item', 'filing'] loop
        execute format('drop policy caller on %I', book_table);
        execute format('create policy caller on %I to ${app} using (%s) with check (%s)', book_table, scope, scope);
    end loop;
end $$;

drop policy caller_creates on agency_facts;
create policy caller_creates on agency_facts for insert to ${app} with check (
    code = (select caller_agency()) or exists (select from caller_sees(parent)));
drop policy caller_changes on agency_facts;
create policy caller_changes on agency_facts for update to ${app} using (exists (select from caller_sees(code)))
    with check (code = (select caller_agency()) or exists (select from caller_sees(parent)));

drop policy caller_creates on agency_relation;
create policy caller_creates on agency_relation for insert to ${app} with check (exists (select from caller_sees(agency)));
drop policy caller_removes on agency_relation;
create policy caller_removes on agency_relation for delete to ${app} using (exists (select from caller_sees(agency)));

drop policy caller_files on agency_filing;
create policy caller_files on agency_filing for insert to ${app} with check (
    filed_by_agency = (select caller_agency()) or exists (select from caller_sees(agency)));
drop policy caller_marks on agency_filing;
create policy caller_marks on agency_filing for update to ${app} using (
    filed_by_agency = (select caller_agency()) or exists (select from caller_sees(agency)));
