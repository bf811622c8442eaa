-- Who verifies a case (two or more), and who assists them: persons known here, or external experts by name.
create table case_investigator (
    case_id   uuid not null references case_file,
    person_id uuid not null references person,
    primary key (case_id, person_id)
);
create index case_investigator_person_id on case_investigator (person_id);

create table case_assistant (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    person_id   uuid references person,
    name        text,
    affiliation text,
    check ((person_id is null) <> (name is null))
);
create index case_assistant_case_id on case_assistant (case_id);
create index case_assistant_person_id on case_assistant (person_id);

-- 陈述申辩: what a subject said, written by the subject or taken down by investigators; or that the subject was given the
-- chance and did not take it.
create table case_statement (
    id         uuid primary key,
    case_id    uuid not null references case_file,
    subject_id uuid not null references case_subject,
    round      integer not null,
    manner     text not null check (manner in ('OWN', 'RECORDED', 'WAIVED')),
    held_on    date,
    place      text,
    present    uuid[] not null,
    content    text not null,
    evidence   uuid[] not null,
    made_by    uuid not null references person,
    made_at    timestamptz not null,
    check ((manner = 'RECORDED') = (held_on is not null and place is not null))
);
create index case_statement_case_id on case_statement (case_id, id);
create index case_statement_subject_id on case_statement (subject_id);
create index case_statement_made_by on case_statement (made_by);

-- A claim of a statement; each is answered once.
create table statement_claim (
    id           uuid primary key,
    case_id      uuid not null references case_file,
    statement_id uuid not null references case_statement,
    number       integer not null,
    claim        text not null,
    finding      text check (finding in ('ACCEPTED', 'PARTLY', 'REJECTED')),
    reasons      text,
    answered_by  uuid references person,
    answered_at  timestamptz,
    unique (statement_id, number),
    check ((finding is null) = (answered_at is null))
);
create index statement_claim_case_id on statement_claim (case_id, id);
create index statement_claim_answered_by on statement_claim (answered_by);

-- 核实报告, one or more per round; the latest that nothing has overtaken counts.
create table verification_report (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    round       integer not null,
    evidence    uuid[] not null,
    signers     uuid[] not null,
    statements  integer not null,
    reported_by uuid not null references person,
    reported_at timestamptz not null
);
create index verification_report_case_id on verification_report (case_id, id);
create index verification_report_reported_by on verification_report (reported_by);

-- What it finds of a subject, upon which evaluation and how many answers.
create table report_finding (
    report_id     uuid not null references verification_report,
    subject_id    uuid not null references case_subject,
    evaluation_id uuid not null references evaluation_record,
    revision      bigint not null,
    facts         text not null,
    opinion       text not null,
    primary key (report_id, subject_id)
);
create index report_finding_subject_id on report_finding (subject_id);
create index report_finding_evaluation_id on report_finding (evaluation_id);

-- 回避: declared by oneself (granted at once), or demanded and decided.
create table recusal (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    person_id   uuid not null references person,
    ground      text not null,
    explanation text not null,
    demanded_by uuid not null references person,
    demanded_at timestamptz not null,
    granted     boolean,
    reasons     text,
    decided_by  uuid references person,
    decided_at  timestamptz,
    check ((granted is null) = (decided_at is null))
);
create index recusal_case_id on recusal (case_id, id);
create index recusal_person_id on recusal (person_id);
create index recusal_demanded_by on recusal (demanded_by);
create index recusal_decided_by on recusal (decided_by);
create unique index recusal_standing on recusal (case_id, person_id) where granted is null or granted;

-- Organs that handle a case beside the one that it is assigned to.
create table case_co_handler (
    case_id  uuid not null references case_file,
    organ_id uuid not null references organ,
    primary key (case_id, organ_id)
);
create index case_co_handler_organ_id on case_co_handler (organ_id);

-- A case and another that it has to do with.
create table case_link (
    id        uuid primary key,
    case_id   uuid not null references case_file,
    other_id  uuid not null references case_file,
    kind      text not null check (kind in ('RELATED', 'CONTINUES', 'INVOKES')),
    reasons   text not null,
    linked_by uuid not null references person,
    linked_at timestamptz not null,
    unique (case_id, other_id, kind),
    check (case_id <> other_id)
);
create index case_link_other_id on case_link (other_id);
create index case_link_linked_by on case_link (linked_by);

create trigger case_statement_append_only before update or delete or truncate on case_statement
    for each statement execute function refuse_change_of_record();
create trigger verification_report_append_only before update or delete or truncate on verification_report
    for each statement execute function refuse_change_of_record();
create trigger report_finding_append_only before update or delete or truncate on report_finding
    for each statement execute function refuse_change_of_record();
create trigger case_link_append_only before update or delete or truncate on case_link
    for each statement execute function refuse_change_of_record();

grant select, insert, delete on case_investigator, case_assistant, case_co_handler to ${runtimeRole};
grant select, insert, update on statement_claim, recusal to ${runtimeRole};
grant select, insert on case_statement, verification_report, report_finding, case_link to ${runtimeRole};
