-- Answers to Idempotency-Keys, kept in the act's own transaction.
create table idempotency (
    actor         text        not null,
    method        text        not null,
    path          text        not null,
    key           text        not null,
    body_hash     text        not null,
    status        integer,
    state_version bigint,
    location      text,
    body          text,
    created_at    timestamptz not null,
    primary key (actor, method, path, key)
);
create index idempotency_created_at on idempotency (created_at);
grant select, insert, update, delete on idempotency to ${runtimeRole};
