-- Coordination groups (协调小组): the head row moves, each version of the content and its members stays.
create table coordination_group (
    id                uuid primary key,
    jurisdiction_code text   not null references jurisdiction,
    next_meeting_on   date,
    state_version     bigint not null
);
create index coordination_group_jurisdiction_code on coordination_group (jurisdiction_code, id);

create table coordination_group_version (
    id         uuid primary key,
    group_id   uuid        not null references coordination_group,
    number     bigint      not null,
    name       text        not null,
    duties     text        not null,
    quorum     text        not null,
    co_leads   integer     not null,
    rhythm     text,
    valid_from date        not null,
    valid_to   date,
    reasons    text,
    changed_by uuid        not null references person,
    changed_at timestamptz not null,
    unique (group_id, number),
    check (valid_to is null or valid_to >= valid_from),
    check (quorum in ('MORE_THAN_HALF', 'TWO_THIRDS', 'ALL')),
    check (co_leads between 1 and 2)
);
create index coordination_group_version_changed_by on coordination_group_version (changed_by);

create table coordination_group_member (
    version_id uuid not null references coordination_group_version,
    person_id  uuid not null references person,
    function   text not null,
    organ_id   uuid not null references organ,
    valid_from date,
    valid_to   date,
    primary key (version_id, person_id),
    check (function in ('CO_LEAD_DISCIPLINE_INSPECTION', 'CO_LEAD_ORGANISATION', 'MEMBER'))
);
create index coordination_group_member_person_id on coordination_group_member (person_id);
create index coordination_group_member_organ_id on coordination_group_member (organ_id);

create table consultation_meeting (
    id            uuid primary key,
    group_id      uuid        not null references coordination_group,
    held_on       date        not null,
    place         text        not null,
    chair_id      uuid        not null references person,
    called_by     uuid        not null references person,
    called_at     timestamptz not null,
    state_version bigint      not null
);
create index consultation_meeting_group_id on consultation_meeting (group_id, held_on, id);
create index consultation_meeting_chair_id on consultation_meeting (chair_id);
create index consultation_meeting_called_by on consultation_meeting (called_by);

create table consultation_attendance (
    meeting_id uuid not null references consultation_meeting,
    person_id  uuid not null references person,
    primary key (meeting_id, person_id)
);
create index consultation_attendance_person_id on consultation_attendance (person_id);

-- A case brought before a group (提请会商). The meeting is the one that has it on its list now.
create table consultation (
    id          uuid primary key,
    case_id     uuid        not null references case_file,
    group_id    uuid        not null references coordination_group,
    round       integer     not null,
    reasons     text        not null,
    referred_by uuid        not null references person,
    referred_at timestamptz not null,
    meeting_id  uuid references consultation_meeting
);
create index consultation_case_id on consultation (case_id, id);
create index consultation_group_id on consultation (group_id, id);
create index consultation_meeting_id on consultation (meeting_id);
create index consultation_referred_by on consultation (referred_by);

-- What a meeting had on its list, though another has taken it over since.
create table consultation_item (
    meeting_id      uuid not null references consultation_meeting,
    consultation_id uuid not null references consultation,
    primary key (meeting_id, consultation_id)
);
create index consultation_item_consultation_id on consultation_item (consultation_id);

create table consultation_recusal (
    id              uuid primary key,
    consultation_id uuid        not null references consultation,
    meeting_id      uuid        not null references consultation_meeting,
    person_id       uuid        not null references person,
    reasons         text        not null,
    decided_by      uuid        not null references person,
    decided_at      timestamptz not null,
    unique (consultation_id, person_id)
);
create index consultation_recusal_meeting_id on consultation_recusal (meeting_id);
create index consultation_recusal_person_id on consultation_recusal (person_id);
create index consultation_recusal_decided_by on consultation_recusal (decided_by);

-- Votes: what was voted is sealed; the commitment is what the ledger holds. One of a member on a subject at a meeting.
create table consultation_vote (
    id              uuid primary key,
    meeting_id      uuid        not null references consultation_meeting,
    consultation_id uuid        not null references consultation,
    subject_id      uuid references case_subject,
    person_id       uuid        not null references person,
    sealed          text        not null,
    commitment      text        not null,
    cast_at         timestamptz not null,
    constraint consultation_vote_once unique nulls not distinct (meeting_id, consultation_id, subject_id, person_id)
);
create index consultation_vote_consultation_id on consultation_vote (consultation_id);
create index consultation_vote_subject_id on consultation_vote (subject_id);
create index consultation_vote_person_id on consultation_vote (person_id);

create table consultation_conclusion (
    id              uuid primary key,
    consultation_id uuid        not null unique references consultation,
    meeting_id      uuid        not null references consultation_meeting,
    form            text        not null,
    results         text        not null,
    minutes         text        not null,
    present         uuid[]      not null,
    concluded_by    uuid        not null references person,
    concluded_at    timestamptz not null,
    check (form in ('ADVICE', 'DECISION', 'RETURN'))
);
create index consultation_conclusion_meeting_id on consultation_conclusion (meeting_id);
create index consultation_conclusion_concluded_by on consultation_conclusion (concluded_by);

-- Ways to clear disputed facts: hearing, symposium, third party, expert committee, consultation of the public, advisers.
create table engagement (
    id                 uuid primary key,
    case_id            uuid           not null references case_file,
    kind               text           not null,
    terms_of_reference text           not null,
    participants       text           not null,
    deadline           date           not null,
    cost_estimate      numeric(12, 4),
    commissioned_by    uuid           not null references person,
    commissioned_at    timestamptz    not null
);
create index engagement_case_id on engagement (case_id, id);
create index engagement_commissioned_by on engagement (commissioned_by);

-- How an engagement ended: by its report, or cancelled with reasons.
create table engagement_end (
    engagement_id uuid primary key references engagement,
    cancelled     boolean     not null,
    document_id   uuid references document,
    text          text,
    cost          numeric(12, 4),
    findings      text        not null,
    ended_by      uuid        not null references person,
    ended_at      timestamptz not null,
    check (not cancelled or (document_id is null and text is not null)),
    check (document_id is not null or text is not null)
);
create index engagement_end_document_id on engagement_end (document_id);
create index engagement_end_ended_by on engagement_end (ended_by);

-- The finding of a record that an answer adopts.
alter table answer add column finding uuid;


create trigger coordination_group_version_append_only before update or delete or truncate on coordination_group_version
    for each statement execute function refuse_change_of_record();
create trigger coordination_group_member_append_only before update or delete or truncate on coordination_group_member
    for each statement execute function refuse_change_of_record();
create trigger consultation_item_append_only before update or delete or truncate on consultation_item
    for each statement execute function refuse_change_of_record();
create trigger consultation_recusal_append_only before update or delete or truncate on consultation_recusal
    for each statement execute function refuse_change_of_record();
create trigger consultation_vote_append_only before update or delete or truncate on consultation_vote
    for each statement execute function refuse_change_of_record();
create trigger consultation_conclusion_append_only before update or delete or truncate on consultation_conclusion
    for each statement execute function refuse_change_of_record();
create trigger engagement_append_only before update or delete or truncate on engagement
    for each statement execute function refuse_change_of_record();
create trigger engagement_end_append_only before update or delete or truncate on engagement_end
    for each statement execute function refuse_change_of_record();

grant select, insert, update on coordination_group, consultation, consultation_meeting to ${runtimeRole};
grant select, insert, delete on consultation_attendance to ${runtimeRole};
grant select, insert on coordination_group_version, coordination_group_member, consultation_item, consultation_recusal,
    consultation_vote, consultation_conclusion, engagement, engagement_end to ${runtimeRole};
