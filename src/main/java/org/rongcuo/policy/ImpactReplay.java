package org.rongcuo.policy;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;

/**
 * A draft replayed over the latest evaluation of every subject of every case: what the tables would say with the draft in
 * force, against what they say today. Impact compares rules over many cases, by one complete chain each; lenity (从旧兼从轻)
 * compares the rules of two dates for one case, and plays no part here. It changes nothing in any case.
 *
 * <p>The row is written when the replay is asked for; how far it comes is written by SQL ({@link ReplayParts}), for whoever
 * runs it may be another process.
 */
@Entity
@Table(name = "impact_replay")
class ImpactReplay {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "version_id")
    private PolicyVersion version;

    @Column(name = "content_hash")
    private String contentHash;

    @Basic(fetch = FetchType.LAZY)
    private String model;

    @ManyToOne
    @JoinColumn(name = "baseline_id")
    private PolicyVersion baseline;

    @Column(name = "replay_date")
    private LocalDate replayDate;

    private ReplayFilters filters;

    private int parts;

    @Enumerated(EnumType.STRING)
    private ReplayStatus status;

    private String failure;

    private String report;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected ImpactReplay() {}

    /**
     * A replay of a draft as it stands.
     *
     * @param baseline the version of its book in force on the day, null for none
     * @param parts into how many ranges of cases it is parted
     */
    ImpactReplay(
            PolicyVersion version,
            PolicyVersion baseline,
            LocalDate replayDate,
            ReplayFilters filters,
            int parts,
            UUID requestedBy,
            Instant requestedAt) {
        this.id = Ids.next();
        this.version = version;
        this.contentHash = version.contentHash();
        this.model = version.model();
        this.baseline = baseline;
        this.replayDate = replayDate;
        this.filters = filters;
        this.parts = parts;
        this.status = ReplayStatus.WAITING;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    UUID id() {
        return id;
    }

    PolicyVersion version() {
        return version;
    }

    /** The draft's content as it was replayed. */
    String contentHash() {
        return contentHash;
    }

    /** The draft's DMN XML as it was replayed, whatever became of the draft since. */
    String model() {
        return model;
    }

    /** Null where no version of the book was in force. */
    PolicyVersion baseline() {
        return baseline;
    }

    /** The day whose versions in force it is compared with. */
    LocalDate replayDate() {
        return replayDate;
    }

    ReplayFilters filters() {
        // Hibernate reads an embeddable whose columns are all null as null.
        return filters == null ? ReplayFilters.NONE : filters;
    }

    int parts() {
        return parts;
    }

    ReplayStatus status() {
        return status;
    }

    /** A code, null unless it failed. */
    String failure() {
        return failure;
    }

    /** Null until it is finished. */
    ImpactReport report() {
        return report == null ? null : Json.read(report, ImpactReport.class);
    }

    UUID requestedBy() {
        return requestedBy;
    }

    /** Records and determinations of later than this play no part. */
    Instant requestedAt() {
        return requestedAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }
}
