-- Who has read the votes on an item of a meeting, and how many lay there: the act itself is in the ledger, once.
create table consultation_votes_opening (
    consultation_id uuid        not null references consultation,
    meeting_id      uuid        not null references consultation_meeting,
    person_id       uuid        not null references person,
    votes           integer     not null,
    opened_at       timestamptz not null,
    primary key (consultation_id, meeting_id, person_id, votes),
    check (votes >= 1)
);
create index consultation_votes_opening_meeting_id on consultation_votes_opening (meeting_id);
create index consultation_votes_opening_person_id on consultation_votes_opening (person_id);
create trigger consultation_votes_opening_append_only before update or delete or truncate on consultation_votes_opening
    for each statement execute function refuse_change_of_record();
grant select, insert on consultation_votes_opening to ${runtimeRole};
