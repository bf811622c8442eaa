-- Foreign keys that had no index.
create index jurisdiction_superseded_by on jurisdiction (superseded_by);
create index policy_repeal_policy_id on policy_repeal (policy_id);

-- Whose step it is, and whose task: the party to the case whose act is the next.
alter table deadline add column doer text not null default 'HANDLER';
alter table deadline alter column doer drop default;
update deadline set doer = case step
    when 'DETERMINATION' then 'DECIDER'
    when 'REVIEW_DECISION' then 'REVIEWER'
    when 'CONSULTATION' then 'COORDINATOR'
    when 'SUPPLEMENT' then 'APPLICANT'
    when 'REVIEW_APPLICATION' then 'SUBJECT'
    else 'HANDLER' end;
update deadline d set doer = 'REGISTRAR' from registration r
where d.step = 'REGISTRATION' and d.met_on is null and d.dropped_on is null and r.case_id = d.case_id and r.decision is null;

-- What was not tied to the terms of the case: corrections, engagements, recusals that are demanded.
insert into deadline (id, case_id, step, reference, doer, started_on, extensions, target_on, limit_on, paused_on, resumed_on)
select gen_random_uuid(), c.case_id, 'CORRECTION', c.id, 'SUBJECT',
    least(c.due_on, (c.started_at at time zone 'Asia/Shanghai')::date), 0, c.due_on, c.due_on, '{}', '{}'
from correction c join case_file f on f.id = c.case_id
where c.status = 'UNDER_WAY' and f.status <> 'WITHDRAWN';
insert into deadline (id, case_id, step, reference, doer, started_on, extensions, target_on, limit_on, paused_on, resumed_on)
select gen_random_uuid(), e.case_id, 'ENGAGEMENT', e.id, 'HANDLER',
    least(e.deadline, (e.commissioned_at at time zone 'Asia/Shanghai')::date), 0, e.deadline, e.deadline, '{}', '{}'
from engagement e join case_file f on f.id = e.case_id
where f.status in ('VERIFYING', 'DEFERRED', 'CONSULTING', 'SUBMITTED', 'MONITORED')
    and not exists (select 1 from engagement_end n where n.engagement_id = e.id);
insert into deadline (id, case_id, step, reference, doer, started_on, extensions, paused_on, resumed_on)
select gen_random_uuid(), r.case_id, 'RECUSAL_DECISION', r.id, 'DECIDER',
    (r.demanded_at at time zone 'Asia/Shanghai')::date, 0, '{}', '{}'
from recusal r join case_file f on f.id = r.case_id
where r.granted is null and f.status not in ('WITHDRAWN', 'CLOSED', 'ARCHIVED');

alter table task add column party text;
update task t set kind = 'STEP_OVERDUE', reference = d.id::text, party = 'HANDLER' from deadline d
where t.kind = 'CORRECTION_OVERDUE' and t.done_at is null and d.step = 'CORRECTION' and d.case_id = t.case_id
    and split_part(t.reference, '/', 1) = d.reference::text;
delete from task where kind = 'CORRECTION_OVERDUE';
update task t set party = coalesce((select d.doer from deadline d where d.id::text = t.reference), 'HANDLER')
where t.case_id is not null and t.party is null and t.kind <> 'STEP_OVERDUE';
update task set party = 'DECIDER' where kind = 'STEP_OVERDUE' and party is null;
alter table task add check ((case_id is null) = (party is null));

-- As the lists of tasks go: for each party the open ones first, by due date, then by age.
drop index task_open;
create index task_order on task
    (party, (case when done_at is null then 0 else 1 end), (coalesce(due, date '9999-12-31')), id);

-- Lists of cases narrowed to what few of them are.
create index case_file_field on case_file (field, id desc);
