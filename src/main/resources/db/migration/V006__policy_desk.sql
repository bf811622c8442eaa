-- The way of a version from draft to force: who wrote it, who asked for and who gave the approval, what was accepted in
-- writing, when it ended.
alter table policy_version
    add column test_summary       text,
    add column base_number        integer,
    add column submitted_by       uuid references person,
    add column submitted_at       timestamptz,
    add column submission_note    text,
    add column return_remarks     text,
    add column written_reasons    text,
    add column approved_by        uuid references person,
    add column imported           boolean not null default false,
    add column withdrawn_by       uuid references person,
    add column withdrawn_at       timestamptz,
    add column withdrawal_reasons text,
    add constraint policy_version_two_persons check (approved_by is null or approved_by is distinct from author_id),
    add constraint policy_version_withdrawn check ((status = 'WITHDRAWN') = (withdrawn_at is not null));
create index policy_version_submitted_by on policy_version (submitted_by);
create index policy_version_approved_by on policy_version (approved_by);
create index policy_version_withdrawn_by on policy_version (withdrawn_by);

-- Everybody who wrote a version's model or tests: none of them approves it.
create table policy_version_writer (
    version_id uuid not null references policy_version,
    person_id  uuid not null references person,
    primary key (version_id, person_id)
);
create index policy_version_writer_person_id on policy_version_writer (person_id);

-- The end of a book without successor.
create table policy_repeal (
    id                 uuid primary key,
    policy_id          uuid not null references policy,
    effective_from     date not null,
    reasons            text not null,
    decided_by         uuid not null references person,
    decided_at         timestamptz not null,
    withdrawn_by       uuid references person,
    withdrawn_at       timestamptz,
    withdrawal_reasons text
);
create unique index policy_repeal_effective_from on policy_repeal (policy_id, effective_from) where withdrawn_at is null;
create index policy_repeal_decided_by on policy_repeal (decided_by);
create index policy_repeal_withdrawn_by on policy_repeal (withdrawn_by);

-- What was approved, or lies with the approver, may not be changed by anybody; an approved version may only be withdrawn,
-- a withdrawn one stays as it is.
create or replace function refuse_change_of_approved_version() returns trigger language plpgsql as $$
declare
    free text[] := array['status', 'state_version', 'withdrawn_by', 'withdrawn_at', 'withdrawal_reasons'];
begin
    if old.status in ('APPROVED', 'WITHDRAWN') and (tg_op = 'DELETE'
        or to_jsonb(new) - free is distinct from to_jsonb(old) - free
        or (new.status <> old.status and not (old.status = 'APPROVED' and new.status = 'WITHDRAWN'))
        or (old.status = 'WITHDRAWN' and new is distinct from old)) then
        raise exception 'an approved version is immutable' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'UPDATE' and old.status = 'IN_REVIEW' and (new.model, new.content_hash, new.tests)
        is distinct from (old.model, old.content_hash, old.tests) then
        raise exception 'a version in review is immutable' using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

grant select, insert on policy_version_writer to ${runtimeRole};
grant select, insert, update on policy_repeal to ${runtimeRole};
