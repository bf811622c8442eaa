package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.consultation.GroupVersion.Member;
import org.rongcuo.shared.Text;

/** Tells who sits on a case. */
@ApplicationScoped
class Sittings {
    private final CoordinationGroups groups;
    private final CaseDesk desk;

    Sittings(CoordinationGroups groups, CaseDesk desk) {
        this.groups = groups;
        this.desk = desk;
    }

    Sitting of(ConsultationMeeting meeting, CaseFile file) {
        var version = groups.current(meeting.groupId());
        var members = version.membersOn(meeting.heldOn());
        return new Sitting(members, recused(file, members), meeting.present(), version.quorum(), version.coLeads());
    }

    /** Of the members those who are recused from the case: by what they are in it, or by a recusal on record. */
    Map<UUID, Text> recused(CaseFile file, List<Member> members) {
        return desk.involved(file, members.stream().map(Member::person).toList());
    }
}
