package org.rongcuo.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Implemented by the feature that knows whom a ledger chain concerns: what of its entries the current person is told. */
public interface ChainSight {
    /** The sight of who is not told all. */
    interface Sight {
        /** Whether an entry is told whole. @param actor null for the system @param event null once erased */
        boolean reads(String type, @Nullable UUID actor, @Nullable JsonNode event);

        /** Whether of an entry that is not told at least the type is. */
        boolean names(String type);
    }

    /** How the current person sees the chain; empty for who is told all of it. */
    Optional<Sight> of(String chain);
}
