-- Beside the generated cases what features keep of them, as much as a city has after years: for load runs and for looking
-- at plans. Run by the owner, on a database into which `src/bench/run generate` has written.
-- A tenth of the generated cases once more as prior filings.
insert into case_file (id, kind, number, status, start, jurisdiction_code, field, title, summary, conduct_from, conduct_to,
    level, applicant_id, handling_organ_id, created_at, applied_at, state_version)
select (substr(id::text, 1, 24) || substr(md5(id::text), 1, 12))::uuid, 'PRIOR_FILING', number || '-报', 'MONITORED', 'APPLICATION', jurisdiction_code, field, title, summary,
    conduct_from, conduct_to, level, applicant_id, handling_organ_id, created_at, applied_at, 4
from case_file where kind = 'EXEMPTION' and number like '%0号';
insert into filing (case_id, matter, risks, valid_from, valid_until, scope_places, scope_fields, three_major, public_matter, summary)
select id, '测试', '[]', conduct_from, conduct_to, '{}', '{}', false, number like '%00号-报', '测试'
from case_file where kind = 'PRIOR_FILING';
insert into case_grant (case_id, grantee, level)
select f.id, 'organ:' || f.handling_organ_id, 1 from case_file f where f.kind = 'PRIOR_FILING'
union all select f.id, 'own:' || f.applicant_id, 1 from case_file f where f.kind = 'PRIOR_FILING'
union all select f.id, 'supervisor:' || f.jurisdiction_code, 1 from case_file f where f.kind = 'PRIOR_FILING';
insert into monitoring_record (id, case_id, kind, observed_on, finding, needs_correction, state, recorded_by, recorded_at)
select gen_random_uuid(), id, 'INSPECTION', conduct_to, '测试', true, 'ACCEPTED', applicant_id, now()
from case_file, generate_series(1, 3) where kind = 'PRIOR_FILING';

-- The steps of each case: past ones met; of the pending the verification runs, that of every twentieth is late.
insert into deadline (id, case_id, step, doer, started_on, target_length, limit_length, unit, extensions, target_on,
    limit_on, paused_on, resumed_on, met_on)
select gen_random_uuid(), id, step, 'HANDLER', applied_at::date, 10, 30, 'WORKING_DAY', 1, applied_at::date + 14, applied_at::date + 42,
    '{}', '{}', applied_at::date + 20
from case_file, unnest(array['ACCEPTANCE', 'DETERMINATION', 'FEEDBACK']) step where kind = 'EXEMPTION' and applied_at is not null;
insert into deadline (id, case_id, step, doer, started_on, target_length, limit_length, unit, extensions, target_on,
    limit_on, paused_on, resumed_on, met_on)
select gen_random_uuid(), id, 'VERIFICATION', 'HANDLER', began, 45, 60, 'WORKING_DAY', 1, began + 60, began + 80, '{}', '{}',
    case when status <> 'VERIFYING' then began + 40 end
from (select *, case when number like '%5_号' then current_date - 90 else current_date - 10 end as began from case_file) f
where kind = 'EXEMPTION' and applied_at is not null;
insert into task (id, kind, party, subject_zh, subject_en, case_id, reference, due, created_at, done_at)
select gen_random_uuid(), 'STEP_DUE', doer, '测试', 'test', case_id, id::text, limit_on, now(), case when met_on is not null then now() end
from deadline on conflict do nothing;

-- 公示 and 异议 of every third; most are over, some hang.
insert into public_notice (id, case_id, round, jurisdiction_code, organ_id, ceiling, audience, text, published_from,
    published_until, published_by, published_at)
select gen_random_uuid(), id, 1, jurisdiction_code, handling_organ_id, 'PUBLIC',
    case when number like '%6号' then 'UNIT' else 'PUBLIC' end, '测试', d, d + 7, applicant_id, now()
from (select *, case when number like '%3__号' then current_date - 1 else applied_at::date + 100 end as d from case_file) f
where status = 'DETERMINED' and number ~ '[369]号$';
insert into public_notice_unit (notice_id, organ_id)
select n.id, p.organ_id from public_notice n join case_file f on f.id = n.case_id join person p on p.id = f.applicant_id
where n.audience = 'UNIT';
insert into objection (id, case_id, notice_id, round, receipt, text, filed_at, upheld, answer, answered_by, answered_at)
select gen_random_uuid(), case_id, id, 1, gen_random_uuid()::text, '测试', now(), false, '测试', published_by, now()
from public_notice;

-- 纠错, 委托事项, 报备, 问责检查, 建议.
insert into correction (id, case_id, ordered, voluntary, plan, status, round, due_on, started_by, started_at)
select gen_random_uuid(), id, true, false, '测试', case when number like '%1_号' then 'UNDER_WAY' else 'ACCEPTED' end, 1,
    current_date + 20, applicant_id, now()
from case_file where status = 'DETERMINED' and number ~ '[258]号$';
insert into engagement (id, case_id, kind, terms_of_reference, participants, deadline, commissioned_by, commissioned_at)
select gen_random_uuid(), id, 'HEARING', '测试', '[]', conduct_to, applicant_id, now()
from case_file where kind = 'EXEMPTION' and number ~ '[147]号$';
insert into registration (id, case_id, round, materials, filed_by, filed_at, decision, decided_by, decided_at)
select gen_random_uuid(), id, 1, '测试', applicant_id, now(), 'ACCEPTED', applicant_id, now()
from case_file where status = 'DETERMINED';
insert into accountability_check (id, inquiry, organ_id, result, case_id, recorded_by, recorded_at)
select gen_random_uuid(), '测试', handling_organ_id, '测试', id, applicant_id, now()
from case_file where kind = 'EXEMPTION' and handling_organ_id is not null and number ~ '[024]号$';
insert into proposal (id, receipt, jurisdiction_code, matter, content, proposed_at, answer, reasons, answered_at)
select gen_random_uuid(), gen_random_uuid()::text, jurisdiction_code, '测试', '测试', now(), 'DECLINED', '测试', now()
from case_file where kind = 'EXEMPTION' and number ~ '[13579]号$';
analyze;
