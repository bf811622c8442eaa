package org.rongcuo.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A unit in which a notice hangs. */
@Entity
@Table(name = "public_notice_unit")
@IdClass(PublicNoticeUnit.Key.class)
class PublicNoticeUnit {
    @Id
    @Column(name = "notice_id")
    private UUID noticeId;

    @Id
    @Column(name = "organ_id")
    private UUID organId;

    protected PublicNoticeUnit() {}

    PublicNoticeUnit(UUID noticeId, UUID organId) {
        this.noticeId = noticeId;
        this.organId = organId;
    }

    /** The row's key. */
    record Key(UUID noticeId, UUID organId) implements Serializable {}
}
