package org.rongcuo.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.shared.Text;

/**
 * A coordination group as it is in one of its versions.
 *
 * @param version of the content; also the state version
 * @param quorum how many members must be present, recused ones not counted
 * @param coLeads how many of them must be co-leads
 * @param rhythm null where it does not consult regularly
 * @param nextMeetingOn the next regular consultation, null where none is set
 * @param reasons why this version was made
 */
record GroupView(
        UUID id,
        String jurisdiction,
        long version,
        String name,
        String duties,
        QuorumRule quorum,
        Text quorumLabel,
        int coLeads,
        @Nullable Rhythm rhythm,
        @Nullable LocalDate nextMeetingOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<MemberView> members,
        @Nullable String reasons,
        PersonRef changedBy,
        Instant changedAt) {

    /** A member. */
    @Schema(name = "GroupMember")
    record MemberView(
            PersonRef person,
            GroupFunction function,
            Text functionLabel,
            UUID organ,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    static GroupView of(CoordinationGroup group, GroupVersion version, Persons persons) {
        var refs = persons.refs(Stream.concat(
                Stream.of(version.changedBy()), version.members().stream().map(GroupVersion.Member::person)));
        return new GroupView(
                group.id(),
                group.jurisdiction().code(),
                version.number(),
                version.name(),
                version.duties(),
                version.quorum(),
                version.quorum().label(),
                version.coLeads(),
                version.rhythm(),
                group.nextMeetingOn(),
                version.validFrom(),
                version.validTo(),
                version.members().stream()
                        .map(member -> new MemberView(
                                refs.get(member.person()),
                                member.function(),
                                member.function().label(),
                                member.organ(),
                                member.validFrom(),
                                member.validTo()))
                        .toList(),
                version.reasons(),
                refs.get(version.changedBy()),
                version.changedAt());
    }
}
