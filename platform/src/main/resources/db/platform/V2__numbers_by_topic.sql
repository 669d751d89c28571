-- A subject may have events on several topics (an agency has entries and messages), and who reads one of them must find no gap:
-- events are numbered by topic and subject. Placeholder: ${topic} the topic of what was numbered by its subject alone.
alter table outbox_sequence add column topic text;
update outbox_sequence set topic = '${topic}';
alter table outbox_sequence alter column topic set not null;
alter table outbox_sequence drop constraint outbox_sequence_pkey;
alter table outbox_sequence add primary key (topic, subject);
