-- An agency that is filed for later is in nobody's scope before it is there, and so are its people: until then the lines about
-- them are their filer's. When their time comes, they are held against the filer's scope.
create policy filer on filing to ${app} using (
    filed_by_agency = (select nullif(current_setting('app.agency', true), ''))
    and not exists (select from agency_facts f where f.code = filing.agency)) with check (
    filed_by_agency = (select nullif(current_setting('app.agency', true), ''))
    and not exists (select from agency_facts f where f.code = filing.agency));
