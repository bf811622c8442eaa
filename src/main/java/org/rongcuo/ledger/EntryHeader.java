package org.rongcuo.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/**
 * What an entry's hash covers: everything but the payload itself, which it commits to by {@code payloadHash}. Anybody
 * who holds these values can compute the hash: SHA-256 over their canonical JSON (RFC 8785), UTF-8, with the members
 * {@code actor} (UUID or null), {@code at}, {@code chain}, {@code payloadHash}, {@code prevHash}, {@code schemaVersion},
 * {@code sequence}, {@code stateVersion}, {@code type}.
 *
 * @param schemaVersion the version of this form
 * @param sequence from 1, without gaps in the chain
 * @param actorId the acting person, null for the system
 * @param at in whole microseconds, as the database keeps it; in the hash as ISO 8601 UTC with 0, 3 or 6 decimals, as few
 *     as hold it
 * @param prevHash the hash of the entry before, of the first entry {@link #genesis}
 * @param payloadHash see {@link #commitment}
 */
record EntryHeader(
        int schemaVersion,
        String chain,
        long sequence,
        long stateVersion,
        String type,
        UUID actorId,
        Instant at,
        String prevHash,
        String payloadHash) {
    static final int SCHEMA_VERSION = 1;

    /** What the first entry of a chain names as the hash before it: SHA-256 of {@code rongcuo:<chain>}. */
    static String genesis(String chain) {
        return Sha256.of("rongcuo:" + chain);
    }

    /** What binds a payload without telling it: SHA-256(salt ‖ canonical payload). */
    static String commitment(byte[] salt, String payload) {
        return Sha256.of(salt, payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    String hash() {
        var members = new LinkedHashMap<String, Object>();
        members.put("schemaVersion", schemaVersion);
        members.put("chain", chain);
        members.put("sequence", sequence);
        members.put("stateVersion", stateVersion);
        members.put("type", type);
        members.put("actor", actorId == null ? null : actorId.toString());
        members.put("at", at.toString());
        members.put("prevHash", prevHash);
        members.put("payloadHash", payloadHash);
        return Sha256.of(Json.canonicalBytes(members));
    }

    EntryHeader at(long otherSequence) {
        return new EntryHeader(
                schemaVersion, chain, otherSequence, stateVersion, type, actorId, at, prevHash, payloadHash);
    }
}
