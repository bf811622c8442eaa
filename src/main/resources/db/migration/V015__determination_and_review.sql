-- A determination belongs to a round; one of a later round or of a review replaces it, and both stay in the record.
alter table determination
    add column round integer not null default 1,
    add column origin text not null default 'FIRST',
    add column supersedes_id uuid unique references determination,
    add column heavier_reasons text,
    add column effects text not null default '[]',
    add column consultation_id uuid references consultation,
    add column consultation_reasons text,
    drop constraint determination_subject_id_key,
    add constraint determination_once unique (subject_id, round, origin),
    add check (round >= 1),
    add check (origin in ('FIRST', 'REVERIFIED', 'REVIEW')),
    add check ((origin = 'FIRST') = (supersedes_id is null));
create index determination_consultation_id on determination (consultation_id);
create unique index determination_of_round on determination (subject_id, round) where origin <> 'REVIEW';

-- The rows that the evaluation of a determination hit, as book#row: by them the nearest earlier cases are found.
create table determination_hit (
    determination_id uuid not null references determination,
    hit              text not null,
    primary key (determination_id, hit)
);
create index determination_hit_hit on determination_hit (hit, determination_id);
insert into determination_hit (determination_id, hit)
select distinct d.id, layer ->> 'policy' || '#' || (hit ->> 'id')
from determination d
    join evaluation_record e on e.id = d.evaluation_id
    cross join lateral jsonb_array_elements(e.content::jsonb -> 'chains') chain
    cross join lateral jsonb_array_elements(chain -> 'layers') layer
    cross join lateral jsonb_array_elements(layer -> 'decisions') decision
    cross join lateral jsonb_array_elements(decision -> 'rows') hit
where (hit ->> 'selected')::boolean
    and decision ->> 'id' not in ('effects', 'route', 'noticeAudience', 'noticeDays');

-- 反馈 tells of one determination.
alter table feedback add column determination_id uuid;
update feedback f set determination_id = d.id from determination d where d.subject_id = f.subject_id;
alter table feedback
    alter column determination_id set not null,
    drop constraint feedback_subject_id_key,
    add constraint feedback_once unique (determination_id),
    add constraint feedback_determination_id_fkey foreign key (determination_id) references determination;
create index feedback_subject_id on feedback (subject_id);

-- 送达回证: who took the paper and when, or refused to sign before two witnesses.
create table feedback_receipt (
    id              uuid primary key,
    feedback_id     uuid not null unique references feedback,
    received_by     text not null,
    received_on     date not null,
    refused_to_sign boolean not null,
    witnesses       text[] not null,
    recorded_by     uuid not null references person,
    recorded_at     timestamptz not null,
    check (not refused_to_sign or cardinality(witnesses) >= 2)
);
create index feedback_receipt_recorded_by on feedback_receipt (recorded_by);

-- 不予受理, which may be reviewed once.
create table case_refusal (
    id         uuid primary key,
    case_id    uuid not null unique references case_file,
    reasons    text not null,
    refused_by uuid not null references person,
    refused_at timestamptz not null
);
create index case_refusal_refused_by on case_refusal (refused_by);

-- 复议, once per determination, or once of a refusal.
create table internal_review (
    id                   uuid primary key,
    case_id              uuid not null references case_file,
    subject_id           uuid references case_subject,
    determination_id     uuid unique references determination,
    grounds              text not null,
    requested_by         uuid not null references person,
    requested_at         timestamptz not null,
    result               text,
    reasons              text,
    meeting_title        text,
    meeting_on           date,
    new_determination_id uuid unique references determination,
    decided_by           uuid references person,
    decided_at           timestamptz,
    delivered_on         date,
    delivery_method      text,
    received_by          text,
    received_on          date,
    refused_to_sign      boolean,
    witnesses            text[],
    delivered_by         uuid references person,
    delivered_at         timestamptz,
    check ((subject_id is null) = (determination_id is null)),
    check (result in ('UPHELD', 'CHANGED')),
    check ((result is null) = (decided_at is null)),
    check (decided_at is not null or delivered_at is null),
    check (new_determination_id is null or result = 'CHANGED')
);
create index internal_review_case_id on internal_review (case_id, id);
create unique index internal_review_of_refusal on internal_review (case_id) where determination_id is null;
create index internal_review_subject_id on internal_review (subject_id);
create index internal_review_requested_by on internal_review (requested_by);
create index internal_review_decided_by on internal_review (decided_by);
create index internal_review_delivered_by on internal_review (delivered_by);

-- A subject gives up the review of a determination.
create table review_waiver (
    id               uuid primary key,
    case_id          uuid not null references case_file,
    determination_id uuid not null unique references determination,
    statement        text,
    waived_by        uuid not null references person,
    waived_at        timestamptz not null
);
create index review_waiver_case_id on review_waiver (case_id);
create index review_waiver_waived_by on review_waiver (waived_by);

-- The organ that holds people to account is told, and what it answered.
create table accountability_notice (
    id              uuid primary key,
    case_id         uuid not null references case_file,
    organ_id        uuid references organ,
    organ_name      text not null,
    told_on         date not null,
    note            text,
    told_by         uuid not null references person,
    told_at         timestamptz not null,
    adopted         boolean,
    adopted_on      date,
    adoption_reasons text,
    recorded_by     uuid references person,
    recorded_at     timestamptz,
    check ((adopted is null) = (recorded_at is null)),
    check (adopted is null or adopted or adoption_reasons is not null)
);
create index accountability_notice_case_id on accountability_notice (case_id, id);
create index accountability_notice_organ_id on accountability_notice (organ_id);
create index accountability_notice_told_by on accountability_notice (told_by);
create index accountability_notice_recorded_by on accountability_notice (recorded_by);

-- 移送 of a suspected violation; never an outcome by itself.
create table referral (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    subject_id  uuid references case_subject,
    organ_name  text not null,
    grounds     text not null,
    document_id uuid references document,
    referred_by uuid not null references person,
    referred_at timestamptz not null
);
create index referral_case_id on referral (case_id, id);
create index referral_subject_id on referral (subject_id);
create index referral_document_id on referral (document_id);
create index referral_referred_by on referral (referred_by);

create trigger determination_hit_append_only before update or delete or truncate on determination_hit
    for each statement execute function refuse_change_of_record();
create trigger feedback_append_only before update or delete or truncate on feedback
    for each statement execute function refuse_change_of_record();
create trigger feedback_receipt_append_only before update or delete or truncate on feedback_receipt
    for each statement execute function refuse_change_of_record();
create trigger case_refusal_append_only before update or delete or truncate on case_refusal
    for each statement execute function refuse_change_of_record();
create trigger review_waiver_append_only before update or delete or truncate on review_waiver
    for each statement execute function refuse_change_of_record();
create trigger referral_append_only before update or delete or truncate on referral
    for each statement execute function refuse_change_of_record();

grant select, insert on determination_hit, feedback_receipt, case_refusal, review_waiver, referral to ${runtimeRole};
grant select, insert, update on internal_review, accountability_notice to ${runtimeRole};
