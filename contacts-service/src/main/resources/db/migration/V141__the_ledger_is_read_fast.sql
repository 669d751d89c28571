-- What is filed of a book is read by its agency as the book is, and must not cost more where the reader stands above ten thousand
-- others: the same scopes, asked of the few rows that were found, for the reason that V123 gives.
do $$
declare
    me constant text := '(select nullif(current_setting(''app.agency'', true), ''''))';
    scope constant text := format(
        'agency = %1$s or (select current_setting(''app.subtree'', true) = ''on'') and exists (
            select from agency_closure c where c.ancestor = %1$s and c.descendant = filing.agency offset 0)', me);
    to_come constant text := format(
        'filed_by_agency = %s and not exists (select from agency_facts f where f.code = filing.agency offset 0)', me);
begin
    drop policy caller on filing;
    execute format('create policy caller on filing to ${app} using (%s) with check (%s)', scope, scope);
    drop policy relation_reads on filing;
    execute format(
        'create policy relation_reads on filing for select to ${app} using (exists (
            select from agency_relation r where r.relative = %s and r.agency = filing.agency offset 0))', me);
    drop policy filer on filing;
    execute format('create policy filer on filing to ${app} using (%s) with check (%s)', to_come, to_come);
end $$;
