package org.rongcuo.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.ChainSight;
import org.rongcuo.shared.Json;

/**
 * An entry with all that is needed to verify it elsewhere: {@code hash} is the SHA-256 of the canonical JSON (RFC 8785)
 * of {@code {actor: <actor.id>, at, chain, payloadHash, prevHash, schemaVersion, sequence, stateVersion, type}};
 * {@code payloadHash} is the SHA-256 of the salt's bytes followed by the canonical payload.
 *
 * @param schemaVersion the version of the entry's form, 1
 * @param chain {@code case:<uuid>} or {@code policy:<jurisdiction>/<name>}
 * @param sequence from 1, without gaps
 * @param stateVersion the aggregate's state version after the event
 * @param type the event's type
 * @param actor who; id null for the system, name null once the payload is erased
 * @param at when, in microseconds
 * @param payload {@code {"event": {…}, "actor": {"id", "name"}}}, decimals as strings; null once erased
 * @param prevHash the hash of the entry before; of the first one the SHA-256 of {@code rongcuo:<chain>}
 * @param salt in lower-case hex, null once erased
 * @param withheld whether the caller, whom the case concerns, is not told payload, salt and actor, nor mostly the type, which
 *     is then {@code org.rongcuo.ledger.entry-withheld}; the hashes are as they stand
 * @param position the place among all entries, null until it is given shortly after the commit
 */
public record EntryView(
        int schemaVersion,
        String chain,
        long sequence,
        long stateVersion,
        String type,
        EntryActor actor,
        Instant at,

        @Schema(
                implementation = Object.class,
                nullable = true,
                description = "事件内容与办理人,删除后为空 · the event and who acted, null once erased")
        @Nullable
        JsonNode payload,

        String prevHash,
        String payloadHash,

        @Schema(nullable = true, description = "十六进制,用于离线校验 · hexadecimal, for verification offline") @Nullable
        String salt,

        String hash,

        @Schema(description = "本人不得查看内容,只显示散列和时间 · not for the caller, who is told hash and time alone")
        boolean withheld,

        @Schema(nullable = true, description = "全局序号,提交后给出 · place among all entries, given after commit") @Nullable
        Long position) {

    private static final String WITHHELD = "org.rongcuo.ledger.entry-withheld";

    /**
     * Who acted.
     *
     * @param id the person, null for the system
     * @param name the display name at the time, null once erased
     */
    public record EntryActor(@Nullable UUID id, @Nullable String name) {}

    static EntryView of(StoredEntry entry) {
        var header = entry.header();
        var payload = entry.payload() == null ? null : Json.read(entry.payload(), JsonNode.class);
        return new EntryView(
                header.schemaVersion(),
                header.chain(),
                header.sequence(),
                header.stateVersion(),
                header.type(),
                new EntryActor(header.actorId(), actorName(payload)),
                header.at(),
                payload,
                header.prevHash(),
                header.payloadHash(),
                entry.salt() == null ? null : HexFormat.of().formatHex(entry.salt()),
                entry.hash(),
                false,
                entry.position());
    }

    /** As told to who is not told all of the chain. */
    EntryView toldTo(ChainSight.Sight sight) {
        if (sight.reads(type, actor.id(), payload == null ? null : payload.path("event"))) {
            return this;
        }
        return new EntryView(
                schemaVersion,
                chain,
                sequence,
                stateVersion,
                sight.names(type) ? type : WITHHELD,
                new EntryActor(null, null),
                at,
                null,
                prevHash,
                payloadHash,
                null,
                hash,
                true,
                position);
    }

    private static String actorName(JsonNode payload) {
        return payload == null ? null : payload.path("actor").path("name").textValue();
    }
}
