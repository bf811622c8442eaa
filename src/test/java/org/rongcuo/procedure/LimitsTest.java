package org.rongcuo.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongcuo.PostgreSQL;
import org.rongcuo.access.Jurisdictions;

/** The terms that the seed book of procedure sets, and where none is set. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LimitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Inject
    Limits limits;

    @Inject
    Jurisdictions jurisdictions;

    private Optional<Limits.Limit> limit(String place, Step step, Complexity complexity, LocalDate on) {
        return QuarkusTransaction.requiringNew()
                .call(() -> limits.of(jurisdictions.findById(place), step, complexity, on));
    }

    @Test
    void theCitysBookKnowsEveryStepAtEveryComplexityForItsCounties() {
        for (var step : Step.values()) {
            if (!step.isOfCourse()) {
                continue;
            }
            for (var complexity : Complexity.values()) {
                var limit = limit("330922", step, complexity, DAY).orElseThrow(() -> new AssertionError(step + " "));
                assertEquals("330900/procedure", limit.policy());
                assertEquals(1, limit.version());
                assertTrue(limit.row().startsWith("limit_r"), limit.row());
                assertEquals(limit, limit("330900", step, complexity, DAY).orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTANCE, ORDINARY, 3, 5, WORKING_DAY, 0, 示例值",
        "VERIFICATION, SIMPLE, 10, 15, WORKING_DAY, 1, 示例值",
        "VERIFICATION, MAJOR, 40, 60, WORKING_DAY, 1, 示例值",
        "REVIEW_APPLICATION, ORDINARY, 1, 1, MONTH, 0, 参照监察法2024第五十六条",
        "REVIEW_DECISION, MAJOR, 1, 2, MONTH, 0, 参照监察法2024第五十六条",
        "DEFERRAL, MAJOR, 3, 6, MONTH, 1, 示例值"
    })
    void theySayWhatTheBookSays(
            Step step, Complexity complexity, int target, int limit, TermUnit unit, int extensions, String source) {
        var said = limit("330922", step, complexity, DAY).orElseThrow();
        assertEquals(new Term(target, unit), said.target());
        assertEquals(new Term(limit, unit), said.limit());
        assertEquals(extensions, said.extensions());
        assertEquals(source, said.source());
    }

    @Test
    void aPlaceAboveTheBookAndADayBeforeItHaveNone() {
        assertTrue(limit("330000", Step.ACCEPTANCE, Complexity.ORDINARY, DAY).isEmpty());
        assertTrue(limit("330922", Step.ACCEPTANCE, Complexity.ORDINARY, LocalDate.of(2016, 2, 29))
                .isEmpty());
        assertTrue(limit("330922", Step.ACCEPTANCE, Complexity.ORDINARY, LocalDate.of(2016, 3, 1))
                .isPresent());
    }
}
