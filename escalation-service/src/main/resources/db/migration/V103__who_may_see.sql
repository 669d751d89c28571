-- The same rows to the same callers, asked of the platform's one function.
call protect('contacts', 'agency');
call protect('incident', 'agency');
call protect('notice', 'agency');
call protect('directory_message', 'agency');
drop policy told_agency on notice;
create policy told_agency on notice for select to ${app} using (exists (select from caller_sees(recipient_agency)));
