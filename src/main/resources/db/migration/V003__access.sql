-- Jurisdictions: a tree with the codes of GB/T 2260; path holds the codes from the root, so that a subtree is a prefix.
create table jurisdiction (
    code          text primary key check (code ~ '^[0-9]{6}([0-9]{3})?$'),
    name_zh       text not null,
    name_en       text not null,
    parent_code   text references jurisdiction,
    path          text not null unique,
    case_prefix   text not null unique,
    superseded_by text references jurisdiction
);
create index jurisdiction_path on jurisdiction (path text_pattern_ops);
create index jurisdiction_parent_code on jurisdiction (parent_code);

insert into jurisdiction (code, name_zh, name_en, parent_code, path, case_prefix) values
    ('000000', '全国',   'China',            null,     '/000000/',                        '国'),
    ('330000', '浙江省', 'Zhejiang',         '000000', '/000000/330000/',                 '浙'),
    ('330900', '舟山市', 'Zhoushan',         '330000', '/000000/330000/330900/',          '舟'),
    ('330902', '定海区', 'Dinghai District', '330900', '/000000/330000/330900/330902/',   '定'),
    ('330903', '普陀区', 'Putuo District',   '330900', '/000000/330000/330900/330903/',   '普'),
    ('330921', '岱山县', 'Daishan County',   '330900', '/000000/330000/330900/330921/',   '岱'),
    ('330922', '嵊泗县', 'Shengsi County',   '330900', '/000000/330000/330900/330922/',   '嵊');

create table organ (
    id                uuid primary key,
    jurisdiction_code text not null references jurisdiction,
    kind              text not null,
    name              text not null,
    unique (jurisdiction_code, name)
);

create table person (
    id       uuid primary key,
    name     text not null,
    organ_id uuid not null references organ
);
create index person_organ_id on person (organ_id);

-- Tokens authenticate only: issuer and subject name a person.
create table login (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null references person,
    primary key (issuer, subject)
);
create index login_person_id on login (person_id);

create table assignment (
    id          uuid primary key,
    person_id   uuid not null references person,
    organ_id    uuid not null references organ,
    role        text not null,
    clearance   text not null,
    valid_from  date not null,
    valid_until date,
    check (valid_until is null or valid_until >= valid_from)
);
create index assignment_person_id on assignment (person_id);
create index assignment_organ_id on assignment (organ_id);

-- Who sees which case: one row per grantee, written by the cases; read by the one predicate (access.CaseAccess).
create table case_grant (
    case_id uuid not null,
    grantee text not null,
    level   smallint not null,
    primary key (case_id, grantee)
);
create index case_grant_grantee on case_grant (grantee, case_id desc) include (level);

-- Every read by an inspector is recorded.
create table inspection_read (
    id        bigint generated always as identity primary key,
    person_id uuid not null references person,
    path      text not null,
    at        timestamptz not null
);
create index inspection_read_person_id on inspection_read (person_id, at);

grant select, insert, update on jurisdiction, organ, person, login, assignment to ${runtimeRole};
grant select, insert, update, delete on case_grant to ${runtimeRole};
grant select, insert on inspection_read to ${runtimeRole};
