package org.rongcuo.consultation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.shared.Ids;

/** A version of a group: its name, duties (职责清单), quorum, rhythm and members; never changed. */
@Entity
@Table(name = "coordination_group_version")
class GroupVersion {
    @Id
    private UUID id;

    @Column(name = "group_id")
    private UUID groupId;

    private long number;

    private String name;

    private String duties;

    @Enumerated(EnumType.STRING)
    private QuorumRule quorum;

    @Column(name = "co_leads")
    private int coLeads;

    @Enumerated(EnumType.STRING)
    private Rhythm rhythm;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    private String reasons;

    @Column(name = "changed_by")
    private UUID changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "coordination_group_member", joinColumns = @JoinColumn(name = "version_id"))
    private Set<Member> members;

    protected GroupVersion() {}

    GroupVersion(UUID groupId, long number, GroupRequests.GroupContent content, UUID changedBy, Instant now) {
        this.id = Ids.next();
        this.groupId = groupId;
        this.number = number;
        this.name = content.name();
        this.duties = content.duties();
        this.quorum = content.quorum() == null ? QuorumRule.MORE_THAN_HALF : content.quorum();
        this.coLeads = content.coLeads() == null ? 1 : content.coLeads();
        this.rhythm = content.rhythm();
        this.validFrom = content.validFrom();
        this.validTo = content.validTo();
        this.reasons = content.reasons();
        this.changedBy = changedBy;
        this.changedAt = now;
        this.members = content.members().stream().map(Member::new).collect(Collectors.toSet());
    }

    /** One who belongs to the group. */
    @Embeddable
    static class Member {
        @Column(name = "person_id")
        private UUID person;

        @Enumerated(EnumType.STRING)
        private GroupFunction function;

        @Column(name = "organ_id")
        private UUID organ;

        @Column(name = "valid_from")
        private LocalDate validFrom;

        @Column(name = "valid_to")
        private LocalDate validTo;

        protected Member() {}

        private Member(GroupRequests.NameMember named) {
            this.person = named.person();
            this.function = named.function();
            this.organ = named.organ();
            this.validFrom = named.validFrom();
            this.validTo = named.validTo();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Member member
                    && person.equals(member.person)
                    && function == member.function
                    && organ.equals(member.organ)
                    && Objects.equals(validFrom, member.validFrom)
                    && Objects.equals(validTo, member.validTo);
        }

        @Override
        public int hashCode() {
            return person.hashCode();
        }

        UUID person() {
            return person;
        }

        GroupFunction function() {
            return function;
        }

        UUID organ() {
            return organ;
        }

        LocalDate validFrom() {
            return validFrom;
        }

        LocalDate validTo() {
            return validTo;
        }
    }

    /** Whether the group exists on the date. */
    boolean isValidOn(LocalDate date) {
        return covers(validFrom, validTo, date);
    }

    /** Who belongs to it on the date: co-leads first. */
    List<Member> membersOn(LocalDate date) {
        return isValidOn(date)
                ? members().stream()
                        .filter(member -> covers(member.validFrom, member.validTo, date))
                        .toList()
                : List.of();
    }

    Optional<Member> memberOn(UUID person, LocalDate date) {
        return membersOn(date).stream()
                .filter(member -> member.person.equals(person))
                .findFirst();
    }

    private static boolean covers(LocalDate from, LocalDate to, LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    List<Member> members() {
        return members.stream()
                .sorted(Comparator.comparing(Member::function).thenComparing(Member::person))
                .toList();
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    long number() {
        return number;
    }

    String name() {
        return name;
    }

    String duties() {
        return duties;
    }

    QuorumRule quorum() {
        return quorum;
    }

    /** How many co-leads must be present. */
    int coLeads() {
        return coLeads;
    }

    /** Null where it does not consult regularly. */
    Rhythm rhythm() {
        return rhythm;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    String reasons() {
        return reasons;
    }

    UUID changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
