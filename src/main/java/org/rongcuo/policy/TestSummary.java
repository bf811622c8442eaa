package org.rongcuo.policy;

import org.rongcuo.dmn.TestRun;

/**
 * How a version's tests went when it was last saved.
 *
 * @param cases how many there are
 * @param failed how many came out otherwise than expected
 * @param errors how many could not be run
 * @param rows how many rows the tables have
 * @param covered how many of them a test hits
 */
record TestSummary(int cases, int failed, int errors, int rows, int covered) {
    static TestSummary of(TestRun run) {
        return new TestSummary(
                run.cases().size(),
                run.failed(),
                run.errors(),
                run.coverage().rows(),
                run.coverage().covered());
    }
}
