package org.rongcuo.consultation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Versioned;

/** A meeting of a group, on one case (一事一议) or several (多事一议). */
@Entity
@Table(name = "consultation_meeting")
class ConsultationMeeting implements Versioned {
    @Id
    private UUID id;

    @Column(name = "group_id")
    private UUID groupId;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private String place;

    @Column(name = "chair_id")
    private UUID chairId;

    @Column(name = "called_by")
    private UUID calledBy;

    @Column(name = "called_at")
    private Instant calledAt;

    @Column(name = "state_version")
    private long stateVersion;

    @ElementCollection
    @CollectionTable(name = "consultation_attendance", joinColumns = @JoinColumn(name = "meeting_id"))
    @Column(name = "person_id")
    private Set<UUID> present;

    @ElementCollection
    @CollectionTable(name = "consultation_item", joinColumns = @JoinColumn(name = "meeting_id"))
    @Column(name = "consultation_id")
    private Set<UUID> items;

    protected ConsultationMeeting() {}

    ConsultationMeeting(
            UUID groupId,
            LocalDate heldOn,
            String place,
            UUID chairId,
            Collection<UUID> consultations,
            UUID calledBy,
            Instant now) {
        this.id = Ids.next();
        this.groupId = groupId;
        this.heldOn = heldOn;
        this.place = place;
        this.chairId = chairId;
        this.items = new HashSet<>(consultations);
        this.present = new HashSet<>();
        this.calledBy = calledBy;
        this.calledAt = now;
        this.stateVersion = 1;
    }

    ConsultationEvent.MeetingCalled called() {
        return new ConsultationEvent.MeetingCalled(id, stateVersion, groupId, heldOn, place, chairId, items());
    }

    ConsultationEvent.AttendanceRecorded attended(Collection<UUID> persons) {
        present.clear();
        present.addAll(persons);
        stateVersion++;
        return new ConsultationEvent.AttendanceRecorded(
                id, stateVersion, present.stream().sorted().toList());
    }

    /** Something of it changed that is told in a case's chain: a recusal, a conclusion. */
    void changed() {
        stateVersion++;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    String place() {
        return place;
    }

    UUID chairId() {
        return chairId;
    }

    UUID calledBy() {
        return calledBy;
    }

    Instant calledAt() {
        return calledAt;
    }

    Set<UUID> present() {
        return Set.copyOf(present);
    }

    /** The consultations on its list. */
    List<UUID> items() {
        return items.stream().sorted().toList();
    }

    @Override
    public long stateVersion() {
        return stateVersion;
    }

    @Override
    public String chain() {
        return "consultation-meeting:" + id;
    }
}
