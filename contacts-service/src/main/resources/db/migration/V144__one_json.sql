-- Items are kept as they are sent and shown, in tables, in the ledger and in bodies alike.
alter table contact alter column seats drop not null;
alter table deputyship alter column permissions drop not null;

update contact set certificate = certificate - 'text' || jsonb_build_object('value', certificate -> 'text')
where certificate -> 'text' is not null;

update filing set body = body - 'seats' || jsonb_build_object('teamRoles', body -> 'seats')
where kind = 'contact' and body -> 'seats' is not null;

update filing set body = jsonb_set(body, '{certificate}',
    (body -> 'certificate') - 'text' || jsonb_build_object('value', body -> 'certificate' -> 'text'))
where kind = 'contact' and body -> 'certificate' -> 'text' is not null;

do $$
declare
    item_table text;
begin
    foreach item_table in array array['roster_item', 'filing'] loop
        execute format($sql$
            update %I set body = jsonb_set(body, '{days}', (
                select jsonb_agg(jsonb_build_object('date', day.key, 'name', day.value) order by day.key)
                from jsonb_each(body -> 'days') as day))
            where kind = 'holiday-calendar' and jsonb_typeof(body -> 'days') = 'object'$sql$, item_table);
        -- Days of the week by their first three letters.
        execute format($sql$
            update %I set body = jsonb_build_object('role', body -> 'role', 'zone', body -> 'roster' -> 'zone', 'layers', (
                select jsonb_agg(layer || jsonb_build_object('windows', coalesce((
                        select jsonb_agg(hours || jsonb_build_object('days', (
                                select jsonb_agg(lower(left(day, 3))) from jsonb_array_elements_text(hours -> 'days') as day))
                            order by n)
                        from jsonb_array_elements(layer -> 'windows') with ordinality as windows (hours, n)), '[]'))
                    order by n)
                from jsonb_array_elements(body -> 'roster' -> 'layers') with ordinality as layers (layer, n)))
            where kind = 'rotation' and body -> 'roster' is not null$sql$, item_table);
    end loop;
end $$;
