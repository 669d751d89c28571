-- A call belongs to the desk of the agency whose person is called, or to one above it: who sees the notice of his incident
-- does not thereby see the numbers of his superiors, nor speak for them.
drop policy caller on phone_task;
create policy caller on phone_task for select to ${app} using (
    exists (select from delivery d join told t on t.id = d.told_id
        where d.id = phone_task.id and exists (select from caller_sees(t.agency))));

-- Who entered an acknowledgement that another person spoke.
alter table notice add column entered_by_name text;
alter table notice add column entered_by_agency text;

-- Wrong codes of people with a login count against them; those typed on the page of a mail's link count in told.tries.
create table wrong_code (
    notice_id uuid not null references notice,
    subject text not null,
    tries smallint not null,
    tries_from timestamptz not null,
    primary key (notice_id, subject));
alter table wrong_code enable row level security;
alter table wrong_code force row level security;
create policy engine on wrong_code to ${engine} using (true) with check (true);
grant select, insert, update on wrong_code to ${engine};
