-- 公示, 异议, 报备, 归档.

-- audience NONE: the organ forgoes the notice that the book would have, with reasons. ceiling is the widest audience that
-- the book and the case's level allowed.
create table public_notice (
    id                uuid primary key,
    case_id           uuid not null references case_file,
    round             integer not null,
    jurisdiction_code text not null references jurisdiction,
    organ_id          uuid not null references organ,
    ceiling           text not null,
    audience          text not null,
    text              text,
    reasons           text,
    published_from    date not null,
    published_until   date,
    published_by      uuid not null references person,
    published_at      timestamptz not null,
    taken_down_by     uuid references person,
    taken_down_at     timestamptz,
    taken_down_reasons text,
    check (ceiling in ('UNIT', 'SYSTEM', 'PUBLIC')),
    check (audience in ('NONE', 'UNIT', 'SYSTEM', 'PUBLIC')),
    check ((audience = 'NONE') = (text is null)),
    check ((audience = 'NONE') = (published_until is null)),
    check (published_until >= published_from),
    check ((taken_down_at is null) = (taken_down_by is null)),
    check ((taken_down_at is null) = (taken_down_reasons is null))
);
create unique index public_notice_standing on public_notice (case_id)
    where taken_down_at is null and audience <> 'NONE';
create index public_notice_case_id on public_notice (case_id, id);
create index public_notice_running on public_notice (published_until, id) where taken_down_at is null;
create index public_notice_jurisdiction_code on public_notice (jurisdiction_code);
create index public_notice_organ_id on public_notice (organ_id);
create index public_notice_published_by on public_notice (published_by);
create index public_notice_taken_down_by on public_notice (taken_down_by);

-- The units in which a notice hangs: those of the subjects it tells of.
create table public_notice_unit (
    notice_id uuid not null references public_notice,
    organ_id  uuid not null references organ,
    primary key (notice_id, organ_id)
);
create index public_notice_unit_organ_id on public_notice_unit (organ_id);

-- identity is sealed, null where the objector gave none. Of the receipt only the digest is kept.
create table objection (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    notice_id   uuid not null references public_notice,
    round       integer not null,
    receipt     text not null unique,
    text        text not null,
    evidence    text,
    identity    text,
    filed_at    timestamptz not null,
    upheld      boolean,
    answer      text,
    answered_by uuid references person,
    answered_at timestamptz,
    check ((answered_at is null) = (upheld is null)),
    check ((answered_at is null) = (answer is null)),
    check ((answered_at is null) = (answered_by is null))
);
create index objection_case_id on objection (case_id, id);
create index objection_notice_id on objection (notice_id);
create index objection_answered_by on objection (answered_by);

create table registration (
    id         uuid primary key,
    case_id    uuid not null references case_file,
    round      integer not null,
    materials  text not null,
    filed_by   uuid not null references person,
    filed_at   timestamptz not null,
    decision   text,
    defects    text[],
    remark     text,
    organ_id   uuid references organ,
    decided_by uuid references person,
    decided_at timestamptz,
    check (decision in ('ACCEPTED', 'RETURNED')),
    check ((decision is null) = (decided_at is null)),
    check ((decision is null) = (decided_by is null)),
    check ((decision = 'RETURNED') = (defects is not null and cardinality(defects) > 0) or decision is null)
);
create unique index registration_open on registration (case_id) where decision is null;
create unique index registration_accepted on registration (case_id) where decision = 'ACCEPTED';
create index registration_case_id on registration (case_id, id);
create index registration_filed_by on registration (filed_by);
create index registration_organ_id on registration (organ_id);
create index registration_decided_by on registration (decided_by);

create table case_archive (
    case_id     uuid primary key references case_file,
    retention   text not null,
    remark      text,
    explained   text not null,
    archived_by uuid not null references person,
    archived_at timestamptz not null,
    check (retention in ('PERMANENT', 'THIRTY_YEARS', 'TEN_YEARS'))
);
create index case_archive_archived_by on case_archive (archived_by);

create trigger case_archive_append_only before update or delete or truncate on case_archive
    for each statement execute function refuse_change_of_record();

grant select, insert, update on public_notice, objection, registration to ${runtimeRole};
grant select, insert on public_notice_unit, case_archive to ${runtimeRole};
