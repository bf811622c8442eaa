package org.rongcuo.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 异议 to a public notice. Who objects, where told, is sealed; the objector reads the answer by the receipt's code. */
@Entity
class Objection {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "notice_id")
    private UUID noticeId;

    private int round;

    private String receipt;

    private String text;

    private String evidence;

    private String identity;

    @Column(name = "filed_at")
    private Instant filedAt;

    private Boolean upheld;

    private String answer;

    @Column(name = "answered_by")
    private UUID answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Objection() {}

    /** @param receipt the digest of the receipt's code; @param identity sealed, null where none was given */
    Objection(PublicNotice notice, String receipt, String text, String evidence, String identity, Instant now) {
        this.id = Ids.next();
        this.caseId = notice.caseId();
        this.noticeId = notice.id();
        this.round = notice.round();
        this.receipt = receipt;
        this.text = text;
        this.evidence = evidence;
        this.identity = identity;
        this.filedAt = now;
    }

    void answer(boolean isUpheld, String given, UUID by, Instant now) {
        upheld = isUpheld;
        answer = given;
        answeredBy = by;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID noticeId() {
        return noticeId;
    }

    /** Of verification and determination, to which it objects. */
    int round() {
        return round;
    }

    String text() {
        return text;
    }

    String evidence() {
        return evidence;
    }

    /** For what the identity of an objector to the notice is sealed. */
    static String sealedFor(UUID notice) {
        return "objection:" + notice;
    }

    /** Sealed; null where nothing was told. */
    String identity() {
        return identity;
    }

    /** Whether the objector told a name, a contact or a login. */
    boolean isNamed() {
        return identity != null;
    }

    Instant filedAt() {
        return filedAt;
    }

    /** Null until answered. */
    Boolean upheld() {
        return upheld;
    }

    String answer() {
        return answer;
    }

    UUID answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
