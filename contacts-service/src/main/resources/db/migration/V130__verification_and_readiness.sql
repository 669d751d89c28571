-- Codes that prove addresses, entries that are confirmed every quarter, how ready an agency is, and who was told of a shift.

alter table roster_item drop constraint roster_item_kind_check;
alter table roster_item add constraint roster_item_kind_check check (kind in ('rotation', 'duty-override', 'duty-swap',
    'holiday-calendar', 'contact-account', 'channel-proof'));

alter table deputyship add column permissions jsonb not null default '[]';

-- One row an address; a new code takes the place of the one before.
create table channel_code (
    id uuid primary key,
    agency text not null,
    contact uuid not null,
    channel text not null,
    hash text not null,
    valid_until timestamptz not null,
    tries smallint not null default 0,
    used boolean not null default false,
    asks smallint not null default 1,
    asks_from timestamptz not null default app_now(),
    unique (agency, contact, channel),
    foreign key (agency, contact) references contact (agency, id));
call protect('channel_code', 'agency');
grant select, insert, update on channel_code to ${app};

-- Three months by the calendar (民法 §121), in Taipei: the day itself is not counted, and the period ends with the day before the
-- one that corresponds to its first day, or with the month's last day where there is none.
create function quarter_after(at timestamptz) returns timestamptz language sql immutable as $$
    select (case when extract(day from t.day) = extract(day from f.day) then t.day else t.day + interval '1 day' end)
        at time zone 'Asia/Taipei'
    from (select date_trunc('day', at at time zone 'Asia/Taipei') + interval '1 day' as day) f,
        lateral (select f.day + interval '3 months' as day) t
$$;

alter table contact
    add column attested_at timestamptz not null default app_now(),
    add column attested_by text,
    add column attested_until timestamptz not null default quarter_after(app_now()),
    add column remind_at timestamptz;
update contact set attested_at = filed_at, attested_until = quarter_after(filed_at);
create index contact_first_reminder on contact (attested_until) where removed_at is null and remind_at is null;
create index contact_next_reminder on contact (remind_at) where removed_at is null and remind_at is not null;

create table readiness (
    agency text primary key references agency_facts,
    score smallint not null check (score between 0 and 100),
    reasons int not null,
    evaluated_at timestamptz not null,
    since timestamptz not null default app_now(),
    reported_on date);
call protect('readiness', 'agency');
grant select, insert, update on readiness to ${app}, ${engine};

alter table contact_book
    add column next_hand_off timestamptz,
    add column hand_offs_told timestamptz not null default app_now();
create index on contact_book (next_hand_off) where next_hand_off is not null;
-- Known within a day, when the duty is published anew; at once for what is in the books already.
update contact_book set duty_until = least(duty_until, app_now());
