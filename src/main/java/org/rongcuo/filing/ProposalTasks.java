package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public CaseAccess.Condition mine() {
        Map<String, Object> parameters = new HashMap<>();
        var handled = within("handled", rights.get().pathsOf(Role.HANDLER, Role.ORGANISATION), parameters);
        var overseen = within("overseen", rights.get().pathsOf(Role.DECIDER), parameters);
        return new CaseAccess.Condition(
                "(t.kind = 'PROPOSAL_DUE' and " + handled + " or t.kind = 'PROPOSAL_OVERDUE' and " + overseen + ")",
                parameters);
    }

    private static String within(String which, List<String> paths, Map<String, Object> parameters) {
        if (paths.isEmpty()) {
            return "1 = 0";
        }
        var places = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            var name = "proposal" + which + i;
            places.append(i == 0 ? "" : " or ").append("pj.path like :").append(name);
            parameters.put(name, paths.get(i) + "%");
        }
        return "exists (select 1 from Proposal p join p.jurisdiction pj where p.id = t.proposalId and (" + places
                + "))";
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
