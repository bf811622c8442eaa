-- What was found of a filing that a case invokes: that it is of the same matter and covers what was done, or is of another.
-- The latest counts; without one the question is open.
create table filing_invocation_finding (
    id            uuid primary key,
    invocation_id uuid not null references filing_invocation,
    same_matter   boolean not null,
    reasons       text not null,
    found_by      uuid not null references person,
    found_at      timestamptz not null
);
create index filing_invocation_finding_invocation_id on filing_invocation_finding (invocation_id, found_at);
create index filing_invocation_finding_found_by on filing_invocation_finding (found_by);

insert into filing_invocation_finding (id, invocation_id, same_matter, reasons, found_by, found_at)
select gen_random_uuid(), id, false, dismissal, dismissed_by, dismissed_at from filing_invocation
where dismissed_at is not null;
alter table filing_invocation drop column dismissed_by, drop column dismissed_at, drop column dismissal;

create trigger filing_invocation_append_only before update or delete or truncate on filing_invocation
    for each statement execute function refuse_change_of_record();
create trigger filing_invocation_finding_append_only before update or delete or truncate on filing_invocation_finding
    for each statement execute function refuse_change_of_record();

revoke update on filing_invocation from ${runtimeRole};
grant select, insert on filing_invocation_finding to ${runtimeRole};

-- An answer keeps what it answers, and what the group held of it: the filing may be written anew afterwards.
alter table filing_feedback
    add column title text,
    add column content text,
    add column submitted_at timestamptz,
    add column consultation_id uuid references consultation,
    add column consultation_reasons text;
alter table filing_feedback disable trigger filing_feedback_append_only;
update filing_feedback f set
    title = (select c.title from case_file c where c.id = f.case_id),
    content = coalesce(
        (select p.payload::jsonb ->> 'content' from ledger_entry e join ledger_payload p using (chain, sequence)
         where e.chain = 'case:' || f.case_id and e.type = 'org.rongcuo.filing.filing-written' and e.at <= f.given_at
         order by e.sequence desc limit 1),
        '{}'),
    submitted_at = coalesce(
        (select e.at from ledger_entry e
         where e.chain = 'case:' || f.case_id and e.type = 'org.rongcuo.procedure.filing-submitted'
           and e.at <= f.given_at
         order by e.sequence desc limit 1),
        f.given_at);
alter table filing_feedback enable trigger filing_feedback_append_only;
alter table filing_feedback
    alter column title set not null,
    alter column content set not null,
    alter column submitted_at set not null;
create index filing_feedback_consultation_id on filing_feedback (consultation_id);

-- By when a finding is to be corrected.
alter table monitoring_record
    add column due_on date,
    add check (due_on is null or needs_correction);

-- A proposal waits for its answer within the term of the book, where one speaks.
alter table proposal
    add column due_on date;
create index proposal_open on proposal (due_on, id) where answer is null;
alter table task
    add column proposal_id uuid references proposal,
    drop constraint task_check,
    drop constraint task_once,
    add check (num_nonnulls(case_id, policy_id, proposal_id) = 1),
    add constraint task_once unique nulls not distinct (kind, case_id, policy_id, proposal_id, reference);
create index task_proposal_id on task (proposal_id);
