package org.rongcuo.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Versioned;

/** 协调小组 of a jurisdiction. What it is and who belongs to it stands in its versions; its state version numbers the latest. */
@Entity
@Table(name = "coordination_group")
class CoordinationGroup implements Versioned {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "jurisdiction_code")
    private Jurisdiction jurisdiction;

    @Column(name = "next_meeting_on")
    private LocalDate nextMeetingOn;

    @Column(name = "state_version")
    private long stateVersion;

    protected CoordinationGroup() {}

    CoordinationGroup(Jurisdiction jurisdiction) {
        this.id = Ids.next();
        this.jurisdiction = jurisdiction;
    }

    /** A new version of its content takes the place of the one before. @return its number */
    long revise(LocalDate nextMeeting) {
        nextMeetingOn = nextMeeting;
        return ++stateVersion;
    }

    /** A meeting was called: the next regular one is after it. @param rhythm null where there is none */
    void met(LocalDate heldOn, Rhythm rhythm) {
        while (rhythm != null && nextMeetingOn != null && !nextMeetingOn.isAfter(heldOn)) {
            nextMeetingOn = rhythm.after(nextMeetingOn);
        }
    }

    UUID id() {
        return id;
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    /** The next regular consultation; null where none is set. */
    LocalDate nextMeetingOn() {
        return nextMeetingOn;
    }

    @Override
    public long stateVersion() {
        return stateVersion;
    }

    @Override
    public String chain() {
        return "coordination-group:" + id;
    }
}
