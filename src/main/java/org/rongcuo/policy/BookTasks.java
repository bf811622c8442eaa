package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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

/** The tasks about books: the work of the policy editors over the book's place. */
@ApplicationScoped
class BookTasks implements TaskOwner {
    private final Policies policies;
    private final PolicyService service;
    private final CurrentRights rights;
    private final Event<PolicyEvent> events;

    BookTasks(Policies policies, PolicyService service, CurrentRights rights, Event<PolicyEvent> events) {
        this.policies = policies;
        this.service = service;
        this.rights = rights;
        this.events = events;
    }

    @Override
    public TaskKind.About about() {
        return TaskKind.About.BOOK;
    }

    @Override
    public List<CaseAccess.Condition> mine() {
        var paths = rights.get().pathsOf(Role.POLICY_EDITOR);
        if (paths.isEmpty()) {
            return List.of();
        }
        var within = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            within.append(i == 0 ? "" : " or ").append("bj.path like :bookPath" + i);
            parameters.put("bookPath" + i, paths.get(i) + "%");
        }
        return List.of(new CaseAccess.Condition(
                "t.party is null and exists (select 1 from Policy b join b.jurisdiction bj where b.id = t.policyId and ("
                        + within + "))",
                parameters));
    }

    @Override
    public void lock(Task task) {
        var key = task.policy().split("/", 2);
        service.locked(key[0], key[1], Role.POLICY_EDITOR);
    }

    @Override
    public void completed(Task task, String remark) {
        if (task.kind() == TaskKind.POLICY_REVIEW) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "completed-by-review",
                    new Text(
                            "请登记复核(POST /api/v1/policies/" + task.policy() + "/reviews),此待办随之办结",
                            "Record the review (POST /api/v1/policies/" + task.policy()
                                    + "/reviews); that completes it"));
        }
        var policy = policies.findById(task.policyId());
        events.fire(new PolicyEvent.TaskCompleted(
                policy.key(), policy.stateVersion(), task.id(), task.kind().name(), task.reference(), remark));
    }
}
