package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.rongcuo.dmn.TestRun;
import org.rongcuo.shared.Text;

/** No test fails, and every row is hit by a test, or there is a reason in writing why it is not. */
@ApplicationScoped
class TestGate implements ApprovalGate {
    static final String FAILED = "test-failed";
    static final String UNTESTED = "row-untested";

    @Override
    public List<Blocker> blockers(Candidate candidate) {
        var admitted = candidate.assessment().admitted();
        if (admitted == null) {
            return List.of();
        }
        List<Blocker> blockers = new ArrayList<>();
        admitted.tests().cases().stream()
                .filter(test -> test.outcome() != TestRun.Outcome.PASSED)
                .forEach(test -> blockers.add(Blocker.firm(
                        FAILED,
                        test.id(),
                        test.outcome() == TestRun.Outcome.FAILED
                                ? new Text("测试“" + test.id() + "”未通过", "Test \"" + test.id() + "\" fails")
                                : new Text("测试“" + test.id() + "”不能运行", "Test \"" + test.id() + "\" cannot be run"))));
        admitted.tests()
                .coverage()
                .uncovered()
                .forEach(row -> blockers.add(Blocker.excusable(
                        UNTESTED,
                        row.row(),
                        row.decision(),
                        new Text(
                                "「" + row.name() + "」第 " + row.number() + " 行没有测试命中",
                                "No test hits row " + row.number() + " of " + row.decision()))));
        return blockers;
    }
}
