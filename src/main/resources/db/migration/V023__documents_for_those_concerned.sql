-- What the office adds is the office's, unless it says that the applicant and the subjects read it too.
alter table document add column for_concerned boolean not null default false;
