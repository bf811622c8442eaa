package org.rongcuo.ledger;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import org.hibernate.Session;
import org.rongcuo.shared.Actor;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Json;

/**
 * Writes one entry for every domain event, in the transaction that fired it: an act and its entry are committed together
 * or not at all. Holds the chain's head row locked until then, so it comes last in the product's lock order.
 */
@ApplicationScoped
class LedgerWriter {
    private static final int SALT_BYTES = 32;
    private static final String INSERT = "with entry as (insert into ledger_entry (chain, sequence, schema_version,"
            + " state_version, type, actor_id, at, prev_hash, payload_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " returning chain, sequence),"
            + " pending as (insert into ledger_pending (chain, sequence) select chain, sequence from entry)"
            + " insert into ledger_payload (chain, sequence, payload, salt)"
            + " select chain, sequence, ?, ? from entry";

    private final EntityManager entityManager;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LedgerWriter(EntityManager entityManager, CurrentActor currentActor, Clock clock) {
        this.entityManager = entityManager;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Appends the event to its chain; starts the chain where there is none.
     *
     * @throws jakarta.transaction.TransactionalException outside a transaction
     * @throws org.hibernate.JDBCException when the chain stays locked by another transaction beyond lock_timeout
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(@Observes DomainEvent event) {
        var actor = event.actorSealed() ? Actor.SYSTEM : actor();
        var payload = payload(event, actor);
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        entityManager.unwrap(Session.class).doWork(connection -> {
            var head = lockedHead(connection, event.chain());
            var header = new EntryHeader(
                    EntryHeader.SCHEMA_VERSION,
                    event.chain(),
                    head.lastSequence() + 1,
                    event.stateVersion(),
                    event.type(),
                    actor.personId(),
                    Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                    head.lastHash(),
                    EntryHeader.commitment(salt, payload));
            var hash = header.hash();
            insert(connection, header, hash, payload, salt);
            moveHead(connection, header, hash);
        });
    }

    /** Jobs and the start-up have no request, anonymous requests no person: both are recorded as the system's. */
    private Actor actor() {
        return Arc.container().requestContext().isActive() ? currentActor.find().orElse(Actor.SYSTEM) : Actor.SYSTEM;
    }

    private static String payload(DomainEvent event, Actor actor) {
        var who = new LinkedHashMap<String, Object>();
        who.put("id", actor.personId());
        who.put("name", actor.name());
        var members = new LinkedHashMap<String, Object>();
        members.put("event", Json.tree(event));
        members.put("actor", who);
        return Json.canonical(members);
    }

    private static ChainHead lockedHead(Connection connection, String chain) throws SQLException {
        var head = lock(connection, chain);
        if (head == null) {
            // A rival that starts the same chain is waited for here; then its head is found.
            try (var insert = connection.prepareStatement("insert into ledger_chain (chain, last_sequence, last_hash)"
                    + " values (?, 0, ?) on conflict do nothing")) {
                insert.setString(1, chain);
                insert.setString(2, EntryHeader.genesis(chain));
                insert.executeUpdate();
            }
            head = lock(connection, chain);
        }
        return head;
    }

    private static ChainHead lock(Connection connection, String chain) throws SQLException {
        try (var select = connection.prepareStatement(
                "select last_sequence, last_hash from ledger_chain where chain = ? for update")) {
            select.setString(1, chain);
            try (var row = select.executeQuery()) {
                return row.next() ? new ChainHead(row.getLong(1), row.getString(2)) : null;
            }
        }
    }

    private static void insert(Connection connection, EntryHeader header, String hash, String payload, byte[] salt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, header.chain());
            insert.setLong(2, header.sequence());
            insert.setInt(3, header.schemaVersion());
            insert.setLong(4, header.stateVersion());
            insert.setString(5, header.type());
            insert.setObject(6, header.actorId(), java.sql.Types.OTHER);
            insert.setObject(7, header.at().atOffset(ZoneOffset.UTC));
            insert.setString(8, header.prevHash());
            insert.setString(9, header.payloadHash());
            insert.setString(10, hash);
            insert.setString(11, payload);
            insert.setBytes(12, salt);
            insert.executeUpdate();
        }
    }

    private static void moveHead(Connection connection, EntryHeader header, String hash) throws SQLException {
        try (var update = connection.prepareStatement(
                "update ledger_chain set last_sequence = ?, last_hash = ? where chain = ?")) {
            update.setLong(1, header.sequence());
            update.setString(2, hash);
            update.setString(3, header.chain());
            update.executeUpdate();
        }
    }
}
