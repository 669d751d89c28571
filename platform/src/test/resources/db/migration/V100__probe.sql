-- A table such as a service has, for the tests of the platform.
create table probe (
    id uuid primary key,
    agency text not null,
    note text not null,
    unique (id, agency));
call protect('probe', 'agency', 'id');
alter table incident_access add foreign key (incident_id, owner) references probe (id, agency);
grant select, insert, update, delete on probe to ${app}, ${engine};

create table effect (
    position bigint generated always as identity primary key,
    listener text not null,
    event_id uuid not null,
    subject text not null,
    sequence bigint not null);
grant select, insert on effect to ${engine};
