-- What a replay needs of an evaluation without parsing its content: the matter it was made for, and the facts. The text
-- of the facts is the content's own (keys in order, numbers in one form): equal facts, equal text, equal hash.
alter table evaluation_record
    add column jurisdiction   text,
    add column field          text,
    add column subject_status text,
    add column conduct_until  date,
    add column decided_on     date,
    add column facts          text,
    add column facts_hash     text;

-- The record is append-only; this once it is given columns derived from what it holds.
alter table evaluation_record disable trigger evaluation_record_append_only;
update evaluation_record e set
    jurisdiction   = c.jurisdiction_code,
    field          = c.field,
    subject_status = s.status,
    conduct_until  = c.conduct_to,
    decided_on     = (e.at at time zone 'Asia/Shanghai')::date,
    facts          = e.content::json ->> 'facts',
    facts_hash     = 'sha256:' || encode(sha256(convert_to(e.content::json ->> 'facts', 'UTF8')), 'hex')
from case_file c, case_subject s
where c.id = e.case_ref and s.id = e.subject_ref;
alter table evaluation_record enable trigger evaluation_record_append_only;

alter table evaluation_record
    alter column jurisdiction set not null,
    alter column conduct_until set not null,
    alter column decided_on set not null,
    alter column facts set not null,
    alter column facts_hash set not null;

-- The latest record of each subject of each case, in order, from the index alone: a replay reads the facts of those only
-- that it has not judged yet.
create index evaluation_record_latest on evaluation_record (case_ref, subject_ref, id desc)
    include (at, jurisdiction, field, subject_status, conduct_until, facts_hash);
drop index evaluation_record_case_ref;

-- A draft against the evaluations on record. model is the draft's as it was then: a replay that another process resumes
-- after the draft was edited is still of the content it was asked for.
create table impact_replay (
    id               uuid primary key,
    version_id       uuid not null references policy_version,
    content_hash     text not null,
    model            text not null,
    baseline_id      uuid references policy_version,
    replay_date      date not null,
    filter_place     text references jurisdiction,
    filter_field     text,
    filter_from      date,
    filter_until     date,
    parts            integer not null check (parts between 1 and 64),
    status           text not null,
    failure          text,
    report           text,
    requested_by     uuid not null references person,
    requested_at     timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    check ((status = 'FINISHED') = (report is not null)),
    check ((status in ('FINISHED', 'FAILED', 'CANCELLED')) = (finished_at is not null)),
    check ((status = 'FAILED') = (failure is not null))
);
create index impact_replay_version_id on impact_replay (version_id, id);
create index impact_replay_baseline_id on impact_replay (baseline_id);
create index impact_replay_filter_place on impact_replay (filter_place);
create index impact_replay_requested_by on impact_replay (requested_by);
create index impact_replay_open on impact_replay (requested_at, id) where status in ('WAITING', 'RUNNING');

-- A range of cases of a replay; from_case inclusive, to_case exclusive, null for no bound. Whoever runs it holds a lease.
create table impact_replay_part (
    replay_id      uuid not null references impact_replay,
    part           integer not null,
    from_case      uuid,
    to_case        uuid,
    cursor_case    uuid,
    cursor_subject uuid,
    status         text not null,
    runner         text,
    by_worker      boolean not null default false,
    lease_until    timestamptz,
    attempts       integer not null default 0,
    total          bigint,
    done           bigint not null default 0,
    judged         bigint not null default 0,
    partial        text,
    primary key (replay_id, part),
    check ((cursor_case is null) = (cursor_subject is null)),
    check ((status = 'RUNNING') = (lease_until is not null))
);
create index impact_replay_part_running on impact_replay_part (lease_until) where status = 'RUNNING';

-- A subject of a case whom the draft hits (FLIP), or of whom it cannot be told with the facts on record (OPEN). The outcomes
-- are words, or several with spaces between; so are the rows, each as <policy>:<row id>.
create table impact_case (
    replay_id      uuid not null references impact_replay,
    case_ref       uuid not null,
    subject_ref    uuid not null,
    jurisdiction   text not null,
    kind           text not null,
    outcome_before text not null,
    outcome_after  text not null,
    direction      text,
    rows_before    text not null,
    rows_after     text not null,
    recorded       text,
    primary key (replay_id, case_ref, subject_ref),
    check (kind in ('FLIP', 'OPEN')),
    check ((kind = 'FLIP') = (direction is not null))
);

grant select, insert, update on impact_replay, impact_replay_part to ${runtimeRole};
grant select, insert on impact_case to ${runtimeRole};
