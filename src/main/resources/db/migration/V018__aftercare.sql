-- Documents that came when the case was registered or closed already.
alter table document add column late boolean not null default false;

-- 纠错: what is put right, by whom and until when; its rounds of report and evaluation, its summary.
create table correction (
    id            uuid primary key,
    case_id       uuid not null references case_file,
    subject_id    uuid references case_subject,
    ordered       boolean not null,
    voluntary     boolean not null,
    plan          text not null,
    status        text not null,
    round         integer not null,
    due_on        date not null,
    started_by    uuid not null references person,
    started_at    timestamptz not null,
    summary       text,
    summarised_by uuid references person,
    closed_at     timestamptz,
    check (status in ('UNDER_WAY', 'REPORTED', 'ACCEPTED', 'CLOSED')),
    check (round >= 1),
    check (not (ordered and voluntary)),
    check ((status = 'CLOSED') = (summary is not null)),
    check (num_nonnulls(summary, summarised_by, closed_at) in (0, 3))
);
create index correction_case_id on correction (case_id, id);
create index correction_subject_id on correction (subject_id);
create index correction_started_by on correction (started_by);
create index correction_summarised_by on correction (summarised_by);
-- Those that may fall overdue.
create index correction_due on correction (due_on, id) where status = 'UNDER_WAY';

create table correction_measure (
    id            uuid primary key,
    correction_id uuid not null references correction,
    position      integer not null,
    text          text not null,
    due           date not null,
    unique (correction_id, position)
);

create table correction_report (
    id            uuid primary key,
    correction_id uuid not null references correction,
    round         integer not null,
    statement     text not null,
    documents     uuid[] not null,
    reported_by   uuid not null references person,
    reported_at   timestamptz not null,
    unique (correction_id, round)
);
create index correction_report_reported_by on correction_report (reported_by);

create table correction_report_line (
    report_id  uuid not null references correction_report,
    measure_id uuid not null references correction_measure,
    done       text not null,
    primary key (report_id, measure_id)
);
create index correction_report_line_measure_id on correction_report_line (measure_id);

create table correction_evaluation (
    id            uuid primary key,
    correction_id uuid not null references correction,
    round         integer not null,
    accepted      boolean not null,
    remark        text not null,
    due_on        date,
    evaluated_by  uuid not null references person,
    evaluated_at  timestamptz not null,
    unique (correction_id, round),
    check (accepted = (due_on is null))
);
create index correction_evaluation_evaluated_by on correction_evaluation (evaluated_by);

-- An inquiry (问责) records that tolerance was considered.
create table accountability_check (
    id          uuid primary key,
    inquiry     text not null,
    organ_id    uuid not null references organ,
    result      text not null,
    case_id     uuid references case_file,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null
);
create index accountability_check_organ_id on accountability_check (organ_id, id desc);
create index accountability_check_case_id on accountability_check (case_id);
create index accountability_check_recorded_by on accountability_check (recorded_by);

create trigger correction_measure_append_only before update or delete or truncate on correction_measure
    for each statement execute function refuse_change_of_record();
create trigger correction_report_append_only before update or delete or truncate on correction_report
    for each statement execute function refuse_change_of_record();
create trigger correction_report_line_append_only before update or delete or truncate on correction_report_line
    for each statement execute function refuse_change_of_record();
create trigger correction_evaluation_append_only before update or delete or truncate on correction_evaluation
    for each statement execute function refuse_change_of_record();
create trigger accountability_check_append_only before update or delete or truncate on accountability_check
    for each statement execute function refuse_change_of_record();

grant select, insert, update on correction to ${runtimeRole};
grant select, insert on correction_measure, correction_report, correction_report_line, correction_evaluation,
    accountability_check to ${runtimeRole};
