create table case_file (
    id                    uuid primary key,
    kind                  text not null,
    number                text unique,
    status                text not null,
    start                 text not null,
    jurisdiction_code     text not null references jurisdiction,
    field                 text,
    title                 text not null,
    summary               text not null,
    conduct_from          date not null,
    conduct_to            date not null,
    level                 text not null,
    accountability_matter text,
    applicant_id          uuid not null references person,
    handling_organ_id     uuid references organ,
    created_at            timestamptz not null,
    applied_at            timestamptz,
    state_version         bigint not null,
    check (conduct_to >= conduct_from),
    check ((status in ('DRAFT', 'WITHDRAWN')) or (number is not null and handling_organ_id is not null))
);
create index case_file_jurisdiction_code on case_file (jurisdiction_code, id desc);
create index case_file_applicant_id on case_file (applicant_id);
create index case_file_handling_organ_id on case_file (handling_organ_id);
create index case_file_status on case_file (status, id desc);

-- One row per jurisdiction and Shanghai year; its lock makes numbers gapless and unique.
create table case_counter (
    jurisdiction_code text    not null references jurisdiction,
    year              integer not null,
    last              integer not null,
    primary key (jurisdiction_code, year)
);

create table case_subject (
    id        uuid primary key,
    case_id   uuid not null references case_file,
    person_id uuid references person,
    organ_id  uuid references organ,
    status    text not null,
    duty      text,
    check ((person_id is null) <> (organ_id is null)),
    unique nulls not distinct (case_id, person_id, organ_id)
);
create index case_subject_person_id on case_subject (person_id);
create index case_subject_organ_id on case_subject (organ_id);

create table case_team_member (
    case_id   uuid not null references case_file,
    person_id uuid not null references person,
    primary key (case_id, person_id)
);
create index case_team_member_person_id on case_team_member (person_id);

-- Who handled a case; such a person does not determine it.
create table case_handler (
    case_id   uuid not null references case_file,
    person_id uuid not null references person,
    primary key (case_id, person_id)
);
create index case_handler_person_id on case_handler (person_id);

create table document_content (
    sha256 text primary key,
    bytes  bytea not null
);
alter table document_content alter column bytes set storage external;

create table document (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    title       text not null,
    file_name   text not null,
    media_type  text not null,
    size        bigint not null,
    sha256      text not null references document_content,
    version     integer not null,
    replaces_id uuid unique references document,
    added_by    uuid not null references person,
    added_at    timestamptz not null
);
create index document_case_id on document (case_id, id);
create index document_sha256 on document (sha256);
create index document_added_by on document (added_by);

create table supplement_notice (
    id           uuid primary key,
    case_id      uuid not null unique references case_file,
    wanted       text[] not null,
    due          date not null,
    noticed_by   uuid not null references person,
    noticed_at   timestamptz not null,
    response     text,
    documents    uuid[],
    responded_at timestamptz
);
create index supplement_notice_noticed_by on supplement_notice (noticed_by);

-- Answers are never overwritten: the latest of an item counts. subject_ref is null for items asked once for the case.
create table answer (
    id          uuid primary key,
    case_ref    uuid not null,
    subject_ref uuid,
    item        text not null,
    value       text,
    evidence    uuid[] not null,
    note        text,
    answered_by uuid not null references person,
    answered_at timestamptz not null,
    written     bigint generated always as identity
);
create index answer_case_ref on answer (case_ref, written);
create index answer_answered_by on answer (answered_by);

create table determination (
    id                 uuid primary key,
    case_id            uuid not null references case_file,
    subject_id         uuid not null unique references case_subject,
    evaluation_id      uuid not null references evaluation_record,
    recommendation     text not null,
    outcome            text not null,
    ladder_step        text,
    discipline_form    text,
    meeting_title      text not null,
    meeting_on         date not null,
    reasons            text not null,
    departure_reasons  text,
    open_items_reasons text,
    organ_id           uuid not null references organ,
    determined_by      uuid not null references person,
    determined_at      timestamptz not null,
    check (outcome in ('EXEMPT', 'MITIGATE', 'NOT_TOLERABLE')),
    check ((outcome = 'MITIGATE') = (ladder_step is not null)),
    check (outcome = recommendation or departure_reasons is not null),
    check (not (outcome = 'EXEMPT' and open_items_reasons is not null))
);
create index determination_case_id on determination (case_id);
create index determination_evaluation_id on determination (evaluation_id);
create index determination_organ_id on determination (organ_id);
create index determination_determined_by on determination (determined_by);

create table feedback (
    id           uuid primary key,
    case_id      uuid not null references case_file,
    subject_id   uuid not null unique references case_subject,
    delivered_on date not null,
    method       text not null,
    remedies     text not null,
    note         text,
    given_by     uuid not null references person,
    given_at     timestamptz not null
);
create index feedback_case_id on feedback (case_id);
create index feedback_given_by on feedback (given_by);

create trigger determination_append_only before update or delete or truncate on determination
    for each statement execute function refuse_change_of_record();
create trigger answer_append_only before update or delete or truncate on answer
    for each statement execute function refuse_change_of_record();
create trigger document_append_only before update or delete or truncate on document
    for each statement execute function refuse_change_of_record();
create trigger document_content_append_only before update or delete or truncate on document_content
    for each statement execute function refuse_change_of_record();

grant select, insert, update on case_file, case_counter, case_subject, supplement_notice to ${runtimeRole};
grant select, insert, delete on case_team_member to ${runtimeRole};
grant select, insert on case_handler, document, document_content, answer, determination, feedback to ${runtimeRole};
