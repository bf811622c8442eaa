-- The term of each step of a case: one row each time a step begins. Where no book of procedure speaks it has no dates.
create table deadline (
    id                uuid primary key,
    case_id           uuid not null references case_file,
    step              text not null,
    reference         uuid,
    started_on        date not null,
    -- Lengths as the book says them; null where no book speaks, or the act itself set the last day.
    target_length     integer,
    limit_length      integer,
    unit              text,
    extensions        integer not null,
    target_on         date,
    limit_on          date,
    paused_on         date[] not null,
    resumed_on        date[] not null,
    extended_by       uuid references person,
    extended_on       date,
    extension_reasons text,
    source            text,
    policy            text,
    version           integer,
    row_id            text,
    met_on            date,
    dropped_on        date,
    check ((target_length is null) = (limit_length is null) and (limit_length is null) = (unit is null)),
    check ((target_on is null) = (limit_on is null)),
    check (unit is null or limit_on is not null),
    check ((policy is null) = (version is null)),
    check (unit in ('WORKING_DAY', 'DAY', 'MONTH')),
    check (limit_length >= target_length and target_length >= 0),
    check (target_on <= limit_on and started_on <= target_on),
    check (extensions >= 0),
    check (met_on is null or dropped_on is null),
    check ((extended_on is null) = (extended_by is null) and (extended_on is null) = (extension_reasons is null)),
    check (cardinality(paused_on) - cardinality(resumed_on) in (0, 1))
);
create index deadline_case_id on deadline (case_id, id);
create index deadline_extended_by on deadline (extended_by);
-- A step runs once at a time.
create unique index deadline_runs_once on deadline (case_id, step, reference) nulls not distinct
    where met_on is null and dropped_on is null;
create index deadline_running on deadline (target_on, id)
    where met_on is null and dropped_on is null and target_on is not null;

grant select, insert, update on deadline to ${runtimeRole};

-- 搁置: each deferral of a case, and each renewal of one.
create table deferral (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    round       integer not null,
    reasons     text not null,
    allowed     integer not null,
    reverify_on date not null,
    deferred_by uuid not null references person,
    deferred_at timestamptz not null,
    outcome     text,
    end_reasons text,
    evidence    uuid[] not null,
    ended_by    uuid references person,
    ended_at    timestamptz,
    check (allowed >= 0),
    check (outcome in ('RESUMED', 'UNRESOLVED', 'WITHDRAWN')),
    check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)
        and (outcome is null) = (end_reasons is null))
);
create index deferral_case_id on deferral (case_id, id);
create index deferral_deferred_by on deferral (deferred_by);
create index deferral_ended_by on deferral (ended_by);
create unique index deferral_open on deferral (case_id) where ended_at is null;

create table deferral_renewal (
    id          uuid primary key,
    deferral_id uuid not null references deferral,
    reasons     text not null,
    reverify_on date not null,
    renewed_by  uuid not null references person,
    renewed_at  timestamptz not null
);
create index deferral_renewal_deferral_id on deferral_renewal (deferral_id, id);
create index deferral_renewal_renewed_by on deferral_renewal (renewed_by);
create trigger deferral_renewal_append_only before update or delete or truncate on deferral_renewal
    for each statement execute function refuse_change_of_record();

grant select, insert, update on deferral to ${runtimeRole};
grant select, insert on deferral_renewal to ${runtimeRole};
