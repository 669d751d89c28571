-- The order of claims: the gravest first, of one level what was never tried before what is tried again, of that a ladder before what
-- goes to many at once (lateral notices, informations), so that ten thousand of those hold up nobody.
alter table delivery add column bulk boolean not null default false;
create index delivery_claims on delivery (level desc, (attempts > 0), bulk, due_at) where due_at is not null;
drop index delivery_due;
