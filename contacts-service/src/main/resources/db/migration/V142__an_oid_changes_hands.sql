-- One agency may give its OID to another in the same change, in whatever order their rows are written.
drop index agency_facts_oid_idx;
alter table agency_facts add constraint agency_facts_oid unique (oid) deferrable initially deferred;
