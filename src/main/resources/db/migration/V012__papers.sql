-- Templates of official papers (文书) as policy staff wrote them: a row for each version, none is ever changed.
create table paper_template (
    id                uuid primary key,
    jurisdiction_code text not null references jurisdiction,
    kind              text not null,
    version           integer not null,
    content           text not null,
    note              text,
    recorded_by       uuid not null references person,
    recorded_at       timestamptz not null,
    check (version >= 1),
    unique (jurisdiction_code, kind, version)
);
create index paper_template_recorded_by on paper_template (recorded_by);

-- One row per jurisdiction, kind of paper and Shanghai year; its lock makes the papers' numbers gapless and unique.
create table paper_counter (
    jurisdiction_code text    not null references jurisdiction,
    kind              text    not null,
    year              integer not null,
    last              integer not null,
    primary key (jurisdiction_code, kind, year)
);

-- Papers as they were printed, once by hash.
create table paper_content (
    sha256 text primary key,
    bytes  bytea not null
);
alter table paper_content alter column bytes set storage external;

-- Papers issued. A record's paper is issued once; a corrected one replaces it, and is the next link of one chain.
create table paper (
    id           uuid primary key,
    case_id      uuid not null references case_file,
    kind         text not null,
    about        uuid,
    subject_id   uuid references case_subject,
    number       text not null unique,
    title        text not null,
    addressee    text,
    organ        text not null,
    dated        date not null,
    template_id  uuid references paper_template,
    docx_sha256  text not null references paper_content,
    docx_size    integer not null,
    pdf_sha256   text not null references paper_content,
    pdf_size     integer not null,
    replaces_id  uuid references paper,
    reasons      text,
    issued_by    uuid not null references person,
    issued_at    timestamptz not null,
    check ((replaces_id is null) = (reasons is null)),
    unique nulls not distinct (case_id, kind, about, replaces_id)
);
create unique index paper_replaces_id on paper (replaces_id);
create index paper_subject_id on paper (subject_id);
create index paper_template_id on paper (template_id);
create index paper_docx_sha256 on paper (docx_sha256);
create index paper_pdf_sha256 on paper (pdf_sha256);
create index paper_issued_by on paper (issued_by);

create trigger paper_template_append_only before update or delete or truncate on paper_template
    for each statement execute function refuse_change_of_record();
create trigger paper_content_append_only before update or delete or truncate on paper_content
    for each statement execute function refuse_change_of_record();
create trigger paper_append_only before update or delete or truncate on paper
    for each statement execute function refuse_change_of_record();

grant select, insert on paper_template, paper_content, paper to ${runtimeRole};
grant select, insert, update on paper_counter to ${runtimeRole};

-- 受理 with its reasons, as the notice of it says; never changed.
create table case_acceptance (
    id          uuid primary key,
    case_id     uuid not null unique references case_file,
    reasons     text,
    accepted_by uuid not null references person,
    accepted_at timestamptz not null
);
create index case_acceptance_accepted_by on case_acceptance (accepted_by);
create trigger case_acceptance_append_only before update or delete or truncate on case_acceptance
    for each statement execute function refuse_change_of_record();
grant select, insert on case_acceptance to ${runtimeRole};
