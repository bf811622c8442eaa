package org.rongcuo.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.rongcuo.access.ChainSight;
import org.rongcuo.shared.StateVersion;

/** Reads the ledger. Asks for no authorisation: whoever calls has decided that the chain may be seen. */
@ApplicationScoped
public class Ledger implements StateVersion.History {
    private static final int MOST_CHANGES = 100;

    private final EntityManager entityManager;
    private final Instance<ChainSight> sights;

    Ledger(EntityManager entityManager, @Any Instance<ChainSight> sights) {
        this.entityManager = entityManager;
        this.sights = sights;
    }

    /** The entries as the current person is told of them. */
    private List<EntryView> told(String chain, List<StoredEntry> entries) {
        var sight = sights.stream().flatMap(each -> each.of(chain).stream()).findFirst();
        return entries.stream()
                .map(EntryView::of)
                .map(entry -> sight.map(entry::toldTo).orElse(entry))
                .toList();
    }

    /** As {@link #entries}, told to the current person: whom the chain concerns is not told all of it. */
    @Transactional
    List<EntryView> toldEntries(String chain, long afterSequence, int limit) {
        return told(chain, read("e.sequence", chain, afterSequence, limit));
    }

    /**
     * The entries of a chain, oldest first.
     *
     * @param chain the chain; of an unknown one the list is empty
     * @param afterSequence the last sequence already seen, 0 for the beginning
     * @param limit at most so many
     */
    @Transactional
    public List<EntryView> entries(String chain, long afterSequence, int limit) {
        return read("e.sequence", chain, afterSequence, limit).stream()
                .map(EntryView::of)
                .toList();
    }

    /** How many entries a chain has. */
    @Transactional
    public long size(String chain) {
        return ((Number) entityManager
                        .createNativeQuery(
                                "select coalesce((select last_sequence from ledger_chain where chain = ?1), 0)")
                        .setParameter(1, chain)
                        .getSingleResult())
                .longValue();
    }

    @Override
    @Transactional
    public List<StateVersion.Change> since(String chain, long version) {
        return told(chain, read("e.state_version", chain, version, MOST_CHANGES)).stream()
                .map(entry -> new StateVersion.Change(
                        entry.stateVersion(),
                        entry.type(),
                        entry.at(),
                        entry.actor().name()))
                .toList();
    }

    private List<StoredEntry> read(String column, String chain, long after, int limit) {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (var select = connection.prepareStatement(
                    StoredEntry.SELECT + " where e.chain = ? and " + column + " > ? order by e.sequence limit ?")) {
                select.setString(1, chain);
                select.setLong(2, after);
                select.setInt(3, limit);
                var entries = new ArrayList<StoredEntry>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        entries.add(StoredEntry.read(rows));
                    }
                }
                return entries;
            }
        });
    }
}
