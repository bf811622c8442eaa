package org.rongcuo.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sealing;
import org.rongcuo.shared.Sha256;

/** A member's vote on a subject at a meeting. That it was cast is open; what it says is sealed. Never changed. */
@Entity
@Table(name = "consultation_vote")
class SealedVote {
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private UUID id;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "person_id")
    private UUID personId;

    private String sealed;

    private String commitment;

    @Column(name = "cast_at")
    private Instant castAt;

    protected SealedVote() {}

    /** @param subjectId null for a filing */
    SealedVote(
            UUID meetingId,
            UUID consultationId,
            UUID subjectId,
            UUID personId,
            Vote vote,
            String dissent,
            String reasons,
            Sealing sealing,
            Instant now) {
        this.id = Ids.next();
        this.meetingId = meetingId;
        this.consultationId = consultationId;
        this.subjectId = subjectId;
        this.personId = personId;
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var content =
                Json.write(new Content(vote, dissent, reasons, HexFormat.of().formatHex(salt)));
        this.sealed = sealing.seal(content, context());
        this.commitment = Sha256.of(content);
        this.castAt = now;
    }

    /**
     * What is sealed.
     *
     * @param dissent 保留意见, null when there is none
     * @param salt so that the commitment cannot be found by trying the few votes there are
     */
    record Content(Vote vote, String dissent, String reasons, String salt) {}

    /** @throws IllegalStateException when it does not open, or is not what was committed to */
    Content opened(Sealing sealing) {
        var content = sealing.open(sealed, context());
        if (!Sha256.of(content).equals(commitment)) {
            throw new IllegalStateException("vote " + id + " is not what was committed to");
        }
        return Json.read(content, Content.class);
    }

    private String context() {
        return "vote:" + id;
    }

    UUID id() {
        return id;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID consultationId() {
        return consultationId;
    }

    UUID subjectId() {
        return subjectId;
    }

    UUID personId() {
        return personId;
    }

    String commitment() {
        return commitment;
    }

    Instant castAt() {
        return castAt;
    }
}
