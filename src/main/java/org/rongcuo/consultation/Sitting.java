package org.rongcuo.consultation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.consultation.GroupVersion.Member;
import org.rongcuo.shared.Text;

/**
 * A group at a meeting as far as one case is concerned: who belongs to it, who is recused from the case, who is there. A
 * recused member is no part of it: neither counted nor heard, so that the quorum is that of the others.
 *
 * @param members on the day of the meeting, those recused included
 * @param recused why each recused member is
 * @param attending who is recorded as present, members or not
 * @param quorum the rule
 * @param coLeadsNeeded how many co-leads must be present, by the rule
 */
record Sitting(
        List<Member> members, Map<UUID, Text> recused, Set<UUID> attending, QuorumRule quorum, int coLeadsNeeded) {

    /** The members present who count and vote. */
    List<UUID> entitled() {
        return members.stream()
                .map(Member::person)
                .filter(person -> attending.contains(person) && !recused.containsKey(person))
                .toList();
    }

    /** The members of whom the quorum is reckoned: all but those recused. */
    List<Member> counted() {
        return members.stream()
                .filter(member -> !recused.containsKey(member.person()))
                .toList();
    }

    int needed() {
        return quorum.needed(counted().size());
    }

    /** How many co-leads must be present: no more than are left, but one at least. */
    int coLeads() {
        var left = counted().stream()
                .filter(member -> member.function().isCoLead())
                .count();
        return (int) Math.max(1, Math.min(coLeadsNeeded, left));
    }

    int coLeadsPresent() {
        var entitled = entitled();
        return (int) members.stream()
                .filter(member -> member.function().isCoLead() && entitled.contains(member.person()))
                .count();
    }

    boolean isQuorate() {
        return entitled().size() >= needed() && coLeadsPresent() >= coLeads();
    }

    /** More than half of those entitled who are present, whether they vote or not. */
    boolean isMajority(int votes) {
        return 2 * votes > entitled().size();
    }

    boolean isMember(UUID person) {
        return members.stream().anyMatch(member -> member.person().equals(person));
    }

    boolean isCoLead(UUID person) {
        return members.stream()
                .anyMatch(member ->
                        member.person().equals(person) && member.function().isCoLead());
    }
}
