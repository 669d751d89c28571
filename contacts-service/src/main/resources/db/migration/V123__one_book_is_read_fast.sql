-- A book is read by its agency, and that must not cost more where the reader stands above ten thousand others: the same scopes as
-- before, asked of the few rows that were found. "in (select …)" reads the reader's whole scope first, for each table anew;
-- "exists … offset 0" looks up each row: without the offset the planner turns it into the former again, because it takes every
-- reader's scope for an average one.
do $$
declare
    book_table text;
    me constant text := '(select nullif(current_setting(''app.agency'', true), ''''))';
    scope text;
begin
    foreach book_table in array array['contact', 'deputyship', 'absence', 'shift', 'roster_item'] loop
        scope := format(
            'agency = %2$s or (select current_setting(''app.subtree'', true) = ''on'') and exists (
                select from agency_closure c where c.ancestor = %2$s and c.descendant = %1$I.agency offset 0)', book_table, me);
        execute format('drop policy caller on %I', book_table);
        execute format('create policy caller on %I to ${app} using (%s) with check (%s)', book_table, scope, scope);
        execute format('drop policy relation_reads on %I', book_table);
        execute format(
            'create policy relation_reads on %1$I for select to ${app} using (exists (
                select from agency_relation r where r.relative = %2$s and r.agency = %1$I.agency offset 0))', book_table, me);
    end loop;
end $$;
