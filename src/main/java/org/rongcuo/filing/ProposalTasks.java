package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.Task;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskOwner;

/**
 * The tasks about proposals: the work of those who handle cases of the place, and of those who decide there when an answer is
 * overdue. They are done by answering the proposal.
 */
@ApplicationScoped
class ProposalTasks implements TaskOwner {
    private final CurrentRights rights;

    ProposalTasks(CurrentRights rights) {
        this.rights = rights;
    }

    @Override
    public TaskKind.About about() {
        return TaskKind.About.PROPOSAL;
    }

    @Override
    public List<CaseAccess.Condition> mine() {
        return Stream.of(
                        within(TaskKind.PROPOSAL_DUE, rights.get().pathsOf(Role.HANDLER, Role.ORGANISATION)),
                        within(TaskKind.PROPOSAL_OVERDUE, rights.get().pathsOf(Role.DECIDER)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CaseAccess.Condition> within(TaskKind kind, List<String> paths) {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> parameters = new HashMap<>();
        var places = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            var name = "proposalPath" + i;
            places.append(i == 0 ? "" : " or ").append("pj.path like :").append(name);
            parameters.put(name, paths.get(i) + "%");
        }
        return Optional.of(new CaseAccess.Condition(
                "t.kind = '" + kind + "' and exists (select 1 from Proposal p join p.jurisdiction pj"
                        + " where p.id = t.proposalId and (" + places + "))",
                parameters));
    }

    @Override
    public void lock(Task task) {
        throw Problem.coded(
                ProblemType.ACT_NOT_POSSIBLE,
                "closes-by-itself",
                new Text("答复建议后,此待办自行办结", "It closes by itself when the proposal is answered"));
    }

    @Override
    public void completed(Task task, String remark) {
        throw new IllegalStateException("tasks about proposals close by themselves");
    }
}
