package org.rongcuo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The hashes are part of the contract: a verifier elsewhere computes the same. These were computed with Python's hashlib. */
class EntryHeaderTest {
    private static final String CHAIN = "case:01890a5d-ac96-774b-bcce-b302099a8057";
    private static final String GENESIS = "sha256:83886b5c6be332edc2b208bbd24ef061129b52a94edaba10cfb41f7a4c9e5e13";
    private static final String PAYLOAD_HASH =
            "sha256:537a0ad5b643c446d6a2874b081d85fd43a2a2b6146142f97d21495f0dbc802f";

    @Test
    void startsAChainAtTheHashOfItsName() {
        assertEquals(GENESIS, EntryHeader.genesis(CHAIN));
    }

    @Test
    void commitsToAPayloadByItsSaltedHash() {
        var salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        var payload = "{\"actor\":{\"id\":null,\"name\":\"系统\"},\"event\":{\"loss\":\"5.2\"}}";

        assertEquals(PAYLOAD_HASH, EntryHeader.commitment(salt, payload));
    }

    @Test
    void hashesTheCanonicalHeader() {
        var header = new EntryHeader(
                1,
                CHAIN,
                1,
                3,
                "org.rongcuo.cases.application-filed",
                null,
                Instant.parse("2026-03-01T01:02:03.120Z"),
                GENESIS,
                PAYLOAD_HASH);

        assertEquals("sha256:91fc74f0a93f63b95f3a570c8f2ca75eccab569652a16ca879bb6a93158c8d33", header.hash());
    }
}
