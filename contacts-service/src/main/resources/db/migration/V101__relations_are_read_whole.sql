-- Whoever a relation opens an agency to reads all its relations, not only the ones that name the reader. They say nothing
-- about people, so like the facts they are open to every statement; the doors show them within reach.
drop policy caller_reads on agency_relation;
create policy everybody_reads on agency_relation for select to ${app} using (true);
