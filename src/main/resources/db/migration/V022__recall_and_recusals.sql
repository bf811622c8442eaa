-- A case taken back from the group by its handler (撤回会商).
alter table consultation
    add column recalled_by uuid references person,
    add column recalled_at timestamptz,
    add column recall_reasons text,
    add check ((recalled_by is null) = (recalled_at is null)),
    add check ((recalled_at is null) = (recall_reasons is null));
create index consultation_recalled_by on consultation (recalled_by);

-- One record of recusals from a case: what was put on record at a meeting of the group stands among the others.
alter table recusal add column meeting_id uuid references consultation_meeting;
create index recusal_meeting_id on recusal (meeting_id);

update recusal r set granted = true, reasons = c.reasons, decided_by = c.decided_by, decided_at = c.decided_at,
    meeting_id = c.meeting_id
from consultation_recusal c join consultation n on n.id = c.consultation_id
where r.case_id = n.case_id and r.person_id = c.person_id and r.granted is null;
update deadline d set met_on = (r.decided_at at time zone 'Asia/Shanghai')::date from recusal r
where d.step = 'RECUSAL_DECISION' and d.reference = r.id and d.met_on is null and d.dropped_on is null
    and r.meeting_id is not null;

insert into recusal (id, case_id, person_id, ground, explanation, demanded_by, demanded_at, granted, reasons, decided_by,
    decided_at, meeting_id)
select distinct on (n.case_id, c.person_id) c.id, n.case_id, c.person_id, 'OTHER', c.reasons, c.decided_by, c.decided_at,
    true, case when c.decided_by <> c.person_id then c.reasons end, c.decided_by, c.decided_at, c.meeting_id
from consultation_recusal c join consultation n on n.id = c.consultation_id
where not exists (select 1 from recusal r
    where r.case_id = n.case_id and r.person_id = c.person_id and (r.granted is null or r.granted))
order by n.case_id, c.person_id, c.id;

drop table consultation_recusal;
