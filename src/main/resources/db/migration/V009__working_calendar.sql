-- Years of the working calendar that administrators have uploaded; each takes the place of the one the product ships.
create table working_year (
    year        integer primary key,
    content     text not null,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null
);
create index working_year_recorded_by on working_year (recorded_by);

grant select, insert, update on working_year to ${runtimeRole};
