package org.rongcuo.ledger;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Implemented by the feature that knows whom a chain concerns: what of its entries the current person is not told. */
public interface EntrySight {
    /** How much of a chain is withheld. @param read entries told whole @param named types told even of the others */
    record Sight(Predicate<EntryView> read, Predicate<String> named) {}

    /** What the current person is told of the chain; null where all of it. */
    @Nullable
    Sight of(String chain);
}
