-- At every start. What is due is found by indexes whose first columns the question does not name (skip scan): a server older than that
-- would read all that is open instead. Placeholder: ${oldest} as in server_version_num.
do $$
begin
    if current_setting('server_version_num')::int < ${oldest} then
        raise exception 'this PostgreSQL is too old: %, needed is % or newer',
            current_setting('server_version_num'), ${oldest};
    end if;
end $$;
