-- The ledger: one hash chain per aggregate, append-only. What an entry tells stands apart in ledger_payload, so that it
-- can be erased (个人信息保护法 §47) while the chain stays whole. Two locks: the runtime role is granted no change, and
-- statement triggers stop the owner too.

-- The head of each chain; its row is the chain's lock. Chains sort by bytes, in the database and outside it alike.
create table ledger_chain (
    chain         text collate "C" not null primary key,
    last_sequence bigint           not null,
    last_hash     text             not null
);

-- hash is the SHA-256 of the other columns' canonical JSON. No personal data: actor_id is a pseudonym, the name is payload.
create table ledger_entry (
    chain          text collate "C" not null references ledger_chain,
    sequence       bigint           not null check (sequence > 0),
    schema_version integer          not null,
    state_version  bigint           not null,
    type           text             not null,
    actor_id       uuid,
    at             timestamptz      not null,
    prev_hash      text             not null,
    payload_hash   text             not null,
    hash           text             not null,
    primary key (chain, sequence)
);

-- payload_hash = SHA-256(salt ‖ payload): without the salt, an erased payload cannot be guessed from its hash.
create table ledger_payload (
    chain    text collate "C" not null,
    sequence bigint           not null,
    payload  text             not null,
    salt     bytea            not null check (length(salt) >= 16),
    primary key (chain, sequence),
    foreign key (chain, sequence) references ledger_entry
);

-- The order of all entries, given after commit by one sequencer at a time.
create table ledger_position (
    position bigint           not null primary key check (position > 0),
    chain    text collate "C" not null,
    sequence bigint           not null,
    unique (chain, sequence),
    foreign key (chain, sequence) references ledger_entry
);

-- Entries that wait for their position. Written with the entry, so it holds what is committed and not yet in order.
create table ledger_pending (
    chain    text collate "C" not null,
    sequence bigint           not null,
    primary key (chain, sequence),
    foreign key (chain, sequence) references ledger_entry
);

create function ledger_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % of % refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_refuse();
create trigger append_only before update or delete or truncate on ledger_position
    for each statement execute function ledger_refuse();
create trigger unchanged before update or truncate on ledger_payload
    for each statement execute function ledger_refuse();
create trigger kept before delete or truncate on ledger_chain
    for each statement execute function ledger_refuse();

-- A chain starts at its genesis and grows by the entry that was just written, and by that alone. pg_temp last: a session's
-- own temporary table must not pass for the ledger.
create function ledger_chain_grows() returns trigger language plpgsql
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.last_sequence <> 0
            or new.last_hash <> 'sha256:' || encode(sha256(convert_to('rongcuo:' || new.chain, 'UTF8')), 'hex') then
            raise exception 'ledger chain % does not start at its genesis', new.chain using errcode = 'restrict_violation';
        end if;
    elsif new.chain <> old.chain
        or new.last_sequence <> old.last_sequence + 1
        or not exists (
            select from ledger_entry e
            where e.chain = new.chain and e.sequence = new.last_sequence
                and e.prev_hash = old.last_hash and e.hash = new.last_hash) then
        raise exception 'ledger chain % does not grow by the entry after its last', old.chain
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger grows before insert or update on ledger_chain
    for each row execute function ledger_chain_grows();

grant select, insert on ledger_chain to ${runtimeRole};
grant update (last_sequence, last_hash) on ledger_chain to ${runtimeRole};
grant select, insert on ledger_entry to ${runtimeRole};
grant select, insert on ledger_payload to ${runtimeRole};
grant select, insert on ledger_position to ${runtimeRole};
grant select, insert, delete on ledger_pending to ${runtimeRole};
