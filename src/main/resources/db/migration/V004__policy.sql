-- Rule books and their versions.
create table policy (
    id                uuid primary key,
    jurisdiction_code text not null references jurisdiction,
    name              text not null check (name ~ '^[a-z][a-z0-9-]{0,63}$'),
    kind              text not null,
    title_zh          text not null,
    title_en          text not null,
    field             text,
    scope_fields      text[] not null default '{}',
    scope_statuses    text[] not null default '{}',
    parent_id         uuid references policy,
    lenity_mode       text,
    lenity_basis      text,
    visibility        text not null,
    review_by         date,
    created_at        timestamptz not null,
    state_version     bigint not null,
    unique (jurisdiction_code, name)
);
create index policy_parent_id on policy (parent_id);

create table policy_version (
    id             uuid primary key,
    policy_id      uuid not null references policy,
    number         integer not null,
    status         text not null,
    model          text not null,
    content_hash   text not null,
    tests          text,
    note           text,
    effective_from date,
    author_id      uuid references person,
    created_at     timestamptz not null,
    saved_at       timestamptz not null,
    approved_at    timestamptz,
    state_version  bigint not null,
    unique (policy_id, number),
    check (status <> 'APPROVED' or (effective_from is not null and approved_at is not null))
);
create unique index policy_version_effective_from on policy_version (policy_id, effective_from) where status = 'APPROVED';
create index policy_version_author_id on policy_version (author_id);

-- An approved model is what cases were judged by: not even the product may change it. Only its status may move on, never
-- back to a draft.
create function refuse_change_of_approved_version() returns trigger language plpgsql as $$
begin
    if old.status = 'APPROVED' and (tg_op = 'DELETE' or new.status = 'DRAFT'
        or to_jsonb(new) - 'status' - 'state_version' is distinct from to_jsonb(old) - 'status' - 'state_version') then
        raise exception 'an approved version is immutable' using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger policy_version_immutable before update or delete on policy_version
    for each row execute function refuse_change_of_approved_version();

-- Evaluations on the record of cases; never overwritten.
create table evaluation_record (
    id             uuid primary key,
    case_ref       uuid not null,
    subject_ref    uuid not null,
    recommendation text not null,
    content        text not null,
    content_hash   text not null,
    actor_id       uuid references person,
    at             timestamptz not null
);
create index evaluation_record_case_ref on evaluation_record (case_ref, subject_ref, id);
create index evaluation_record_actor_id on evaluation_record (actor_id);

create function refuse_change_of_record() returns trigger language plpgsql as $$
begin
    raise exception 'the record is append-only';
end $$;
create trigger policy_version_kept before truncate on policy_version
    for each statement execute function refuse_change_of_record();
create trigger evaluation_record_append_only before update or delete or truncate on evaluation_record
    for each statement execute function refuse_change_of_record();

grant select, insert, update on policy, policy_version to ${runtimeRole};
grant select, insert on evaluation_record to ${runtimeRole};
