#!/bin/sh
# Run once by the PostgreSQL image on an empty data folder: the two roles and the database, as in README "Production".
set -e
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
    -v owner="$OWNER_PASSWORD" -v runtime="$RUNTIME_PASSWORD" <<'SQL'
create role rongcuo_owner login password :'owner';
create role rongcuo_app login password :'runtime';
create database rongcuo owner rongcuo_owner encoding 'UTF8' template template0;
revoke all on database rongcuo from public;
grant connect on database rongcuo to rongcuo_app;
SQL
