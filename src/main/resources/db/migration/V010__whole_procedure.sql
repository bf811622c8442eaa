-- How involved a case is (it sets the terms of its steps), and its round: one more with each objection upheld.
alter table case_file
    add column complexity text not null default 'ORDINARY',
    add column round integer not null default 1,
    add check (complexity in ('SIMPLE', 'ORDINARY', 'MAJOR')),
    add check (round >= 1);

-- The cases of which a version that takes effect asks: those whose outcomes are open.
drop index case_file_open;
create index case_file_open on case_file (applied_at, id)
    where status in ('APPLIED', 'VERIFYING', 'DEFERRED', 'CONSULTING');
