-- What a prior filing says, of a PRIOR_FILING case; written while it is a draft, whole when it is submitted.
create table filing (
    case_id            uuid primary key references case_file,
    matter             text,
    rule_gap           text,
    risks              text not null,
    safeguards         text,
    decision_title     text,
    decision_on        date,
    decision_document  uuid references document,
    valid_from         date,
    valid_until        date,
    scope_places       text[] not null,
    scope_fields       text[] not null,
    scope_text         text,
    three_major        boolean not null,
    public_matter      boolean not null,
    summary            text,
    check (valid_until >= valid_from)
);
create index filing_decision_document on filing (decision_document);
create index filing_public_matter on filing (case_id desc) where public_matter;

-- 报备反馈; one for each submission.
create table filing_feedback (
    id       uuid primary key,
    case_id  uuid not null references case_file,
    result   text not null,
    reasons  text not null,
    advice   text,
    given_by uuid not null references person,
    given_at timestamptz not null,
    check (result in ('ACCEPTED', 'RETURNED', 'ADVISED')),
    check ((result = 'ADVISED') <= (advice is not null))
);
create index filing_feedback_case_id on filing_feedback (case_id, id);
create index filing_feedback_given_by on filing_feedback (given_by);

-- What the tables would say of what is planned; never a determination.
create table filing_evaluation (
    id             uuid primary key,
    case_id        uuid not null references case_file,
    subject_status text,
    recommendation text not null,
    content        text not null,
    content_hash   text not null,
    evaluated_by   uuid not null references person,
    evaluated_at   timestamptz not null
);
create index filing_evaluation_case_id on filing_evaluation (case_id, id);
create index filing_evaluation_evaluated_by on filing_evaluation (evaluated_by);

-- 事中监管. recorded_by is null for a remark of the public, identity sealed where the public told one.
create table monitoring_record (
    id               uuid primary key,
    case_id          uuid not null references case_file,
    kind             text not null,
    observed_on      date not null,
    finding          text not null,
    needs_correction boolean not null,
    state            text not null,
    recorded_by      uuid references person,
    recorded_at      timestamptz not null,
    response         text,
    responded_at     timestamptz,
    remark           text,
    judged_by        uuid references person,
    judged_at        timestamptz,
    identity         text,
    check ((kind = 'REMARK') = (recorded_by is null)),
    check (identity is null or kind = 'REMARK'),
    check ((state = 'NONE') = not needs_correction),
    check (state in ('NONE', 'OPEN', 'RESPONDED', 'ACCEPTED'))
);
create index monitoring_record_case_id on monitoring_record (case_id, id);
create index monitoring_record_recorded_by on monitoring_record (recorded_by);
create index monitoring_record_judged_by on monitoring_record (judged_by);

-- An exemption case says that a filing covered what was done.
create table filing_invocation (
    id               uuid primary key,
    case_id          uuid not null references case_file,
    filing_case_id   uuid not null references filing,
    invoked_by       uuid not null references person,
    invoked_at       timestamptz not null,
    dismissed_by     uuid references person,
    dismissed_at     timestamptz,
    dismissal        text,
    unique (case_id, filing_case_id)
);
create index filing_invocation_filing_case_id on filing_invocation (filing_case_id);
create index filing_invocation_invoked_by on filing_invocation (invoked_by);
create index filing_invocation_dismissed_by on filing_invocation (dismissed_by);

-- How it was decided: 调研论证, 专家论证, 风险评估, 合法性审查, 集体研究, 公众参与.
create table decision_evidence (
    id           uuid primary key,
    case_id      uuid not null references case_file,
    kind         text not null,
    held_on      date not null,
    organiser    text not null,
    conclusion   text not null,
    supports     boolean not null,
    documents    uuid[] not null,
    participants integer,
    quorum       integer,
    recorded_by  uuid not null references person,
    recorded_at  timestamptz not null,
    check (kind in ('RESEARCH', 'EXPERT', 'RISK', 'LEGALITY', 'COLLECTIVE', 'PARTICIPATION')),
    check (participants > 0 and quorum > 0)
);
create index decision_evidence_case_id on decision_evidence (case_id, id);
create index decision_evidence_recorded_by on decision_evidence (recorded_by);

-- What anyone proposes, and the answer with its reasons. proposed_by is null without login; contact is sealed; receipt is
-- the digest of the code by which the answer is read.
create table proposal (
    id                uuid primary key,
    receipt           text not null unique,
    jurisdiction_code text not null references jurisdiction,
    organ_id          uuid references organ,
    matter            text not null,
    content           text not null,
    contact           text,
    proposed_by       uuid references person,
    proposed_at       timestamptz not null,
    answer            text,
    case_id           uuid references case_file,
    reasons           text,
    answered_by       uuid references person,
    answered_at       timestamptz,
    check (answer in ('STARTED', 'DECLINED')),
    check ((answer is null) = (answered_at is null)),
    check (coalesce(answer = 'STARTED', false) = (case_id is not null))
);
create index proposal_jurisdiction_code on proposal (jurisdiction_code, id desc);
create index proposal_organ_id on proposal (organ_id);
create index proposal_proposed_by on proposal (proposed_by);
create index proposal_case_id on proposal (case_id);
create index proposal_answered_by on proposal (answered_by);

create trigger filing_feedback_append_only before update or delete or truncate on filing_feedback
    for each statement execute function refuse_change_of_record();
create trigger filing_evaluation_append_only before update or delete or truncate on filing_evaluation
    for each statement execute function refuse_change_of_record();
create trigger decision_evidence_append_only before update or delete or truncate on decision_evidence
    for each statement execute function refuse_change_of_record();

grant select, insert, update on filing, monitoring_record, filing_invocation, proposal to ${runtimeRole};
grant select, insert on filing_feedback, filing_evaluation, decision_evidence to ${runtimeRole};
