-- As in the services that read old versions of procedures.
create table procedure_version (
    hash text primary key,
    id text not null,
    content text not null);
grant select, insert on procedure_version to ${engine};
