-- Affected agencies as they were named; where so many are named that the duty desk is asked first, its word. Each incident
-- is audited after it changed: does it have the notices that its procedure demands?

alter table notice drop constraint notice_end_reason_check;
alter table notice add constraint notice_end_reason_check
    check (end_reason in ('INFORMED', 'SUPERSEDED', 'EXHAUSTED', 'MET', 'CONFIRMED', 'DECLINED'));

-- The notice is the question to the duty desk; without a decision its agencies wait.
create table lateral_confirmation (
    notice_id uuid primary key references notice,
    incident_id uuid not null references incident,
    decision text check (decision in ('CONFIRMED', 'DECLINED')),
    reason text,
    decided_by text,
    decided_by_name text,
    decided_by_agency text,
    decided_at timestamptz,
    check ((decision is null) = (decided_at is null)),
    check (decision is distinct from 'DECLINED' or reason is not null));
create unique index lateral_confirmation_open on lateral_confirmation (incident_id) where decision is null;

create table affected_agency (
    incident_id uuid not null references incident,
    affected_agency text not null,
    named_at timestamptz not null default app_now(),
    -- Whose decision it waits or waited for; null for one that is told at once.
    notice_id uuid references lateral_confirmation,
    primary key (incident_id, affected_agency));
create index on affected_agency (notice_id) where notice_id is not null;

insert into affected_agency (incident_id, affected_agency, named_at)
select incident_id, recipient_agency, min(opened_at) from notice where rule = 'lateral-notice'
group by incident_id, recipient_agency;

do $$
declare
    part text;
begin
    foreach part in array array['lateral_confirmation', 'affected_agency'] loop
        execute format('alter table %s enable row level security', part);
        execute format('alter table %s force row level security', part);
        execute format('create policy caller on %1$s for select to ${app} using (
            exists (select 1 from notice n where n.id = %1$s.notice_id))', part);
        execute format('create policy engine on %s to ${engine} using (true) with check (true)', part);
    end loop;
end $$;
grant select on lateral_confirmation, affected_agency to ${app};
grant select, insert, update on lateral_confirmation, affected_agency to ${engine};

-- Due when the incident is new or changed, null once it was looked at: an audit costs what changed, not what is open.
alter table incident add column audit_at timestamptz;
alter table incident alter column audit_at set default app_now();
create index incident_to_audit on incident (level desc, audit_at) where audit_at is not null;
