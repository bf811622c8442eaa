-- Work that falls due: one row for each thing somebody has to look at.
create table task (
    id         uuid primary key,
    kind       text not null,
    subject_zh text not null,
    subject_en text not null,
    case_id    uuid references case_file,
    policy_id  uuid references policy,
    policy     text,
    reference  text not null,
    due        date,
    created_at timestamptz not null,
    done_at    timestamptz,
    done_by    uuid references person,
    remark     text,
    check ((case_id is null) <> (policy_id is null)),
    check ((policy_id is null) = (policy is null)),
    check (done_at is not null or (done_by is null and remark is null)),
    -- What makes a task is made into one task, whatever runs twice, on however many replicas.
    constraint task_once unique nulls not distinct (kind, case_id, policy_id, reference)
);
create index task_case_id on task (case_id);
create index task_policy_id on task (policy_id);
create index task_done_by on task (done_by);
create index task_open on task (due, id) where done_at is null;

-- Versions in force, and repeals, of which all open cases have been told; those without a row are still to be told.
create table policy_effect (
    cause        uuid primary key,
    version_id   uuid unique references policy_version,
    repeal_id    uuid unique references policy_repeal,
    announced_at timestamptz not null,
    check (num_nonnulls(version_id, repeal_id) = 1 and cause = coalesce(version_id, repeal_id))
);
-- The cases of which a version that takes effect asks.
create index case_file_open on case_file (applied_at, id) where status in ('APPLIED', 'VERIFYING');

-- Documents of authorities above (上级文件), each with the books that must be looked at because of it.
create table superior_document (
    id          uuid primary key,
    title       text not null,
    issuer      text not null,
    number      text,
    issued_on   date not null,
    summary     text,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null
);
create index superior_document_recorded_by on superior_document (recorded_by);

create table superior_document_book (
    document_id uuid not null references superior_document,
    policy_id   uuid not null references policy,
    primary key (document_id, policy_id)
);
create index superior_document_book_policy_id on superior_document_book (policy_id);

create trigger superior_document_append_only before update or delete or truncate on superior_document
    for each statement execute function refuse_change_of_record();
create trigger superior_document_book_append_only before update or delete or truncate on superior_document_book
    for each statement execute function refuse_change_of_record();

grant select, insert, update on task to ${runtimeRole};
grant select, insert on policy_effect, superior_document, superior_document_book to ${runtimeRole};
