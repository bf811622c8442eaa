package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
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
    private final Consultations consultations;
    private final CaseDesk desk;

    Sittings(CoordinationGroups groups, Consultations consultations, CaseDesk desk) {
        this.groups = groups;
        this.consultations = consultations;
        this.desk = desk;
    }

    Sitting of(ConsultationMeeting meeting, CaseFile file) {
        var version = groups.current(meeting.groupId());
        var members = version.membersOn(meeting.heldOn());
        return new Sitting(members, recused(file, members), meeting.present(), version.quorum(), version.coLeads());
    }

    /** Of the members those who are recused from the case: by what they are in it, or by a recusal on record. */
    Map<UUID, Text> recused(CaseFile file, List<Member> members) {
        var persons = members.stream().map(Member::person).toList();
        Map<UUID, Text> recused = new LinkedHashMap<>(desk.involved(file, persons));
        for (var recusal : consultations.recusals(file.id())) {
            if (persons.contains(recusal.personId())) {
                recused.putIfAbsent(recusal.personId(), Text.same(recusal.reasons()));
            }
        }
        return recused;
    }
}
