package org.rongcuo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.rongcuo.dmn.Analysis;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.ModelRefused;
import org.rongcuo.dmn.TableAnalysis;
import org.rongcuo.dmn.TestRun;

/**
 * Assesses versions on the bounded pool: gate, analysis, tests (policy-contract, gate point 6). What was found of a
 * content is remembered by its hashes.
 */
@ApplicationScoped
class Assessments {
    private static final int REMEMBERED = 64;

    /** Less than the pool's deadline, so that the tables which were analysed are told although others were not. */
    private static final Duration ANALYSIS = Duration.ofSeconds(15);

    private final Admission admission;
    private final ModelGate gate;
    private final CompiledModels models;
    private final TableAnalysis analysis;
    private final Cache<Key, Assessment.Admitted> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Assessments(Admission admission, ModelGate gate, CompiledModels models, TableAnalysis analysis) {
        this.admission = admission;
        this.gate = gate;
        this.models = models;
        this.analysis = analysis;
    }

    private record Key(BookKind kind, String contentHash, String testsHash) {}

    Assessment of(PolicyVersion version) {
        return laterOf(version).get();
    }

    /** @throws org.rongcuo.shared.Problem 422 when the model does not pass the gate as it stands today */
    Analysis analysisOf(PolicyVersion version) {
        return admitted(version).analysis();
    }

    /** @throws org.rongcuo.shared.Problem as {@link #analysisOf} */
    TestRun testsOf(PolicyVersion version) {
        return admitted(version).tests();
    }

    private Assessment.Admitted admitted(PolicyVersion version) {
        var assessment = of(version);
        if (assessment instanceof Assessment.Refused refused) {
            throw Admission.refused(refused.findings());
        }
        return assessment.admitted();
    }

    /** Takes what is needed of the version now, and assesses it when asked, without the database. */
    Supplier<Assessment> laterOf(PolicyVersion version) {
        var key = new Key(version.policy().kind(), version.contentHash(), version.testsHash());
        var known = remembered.getIfPresent(key);
        if (known != null) {
            return () -> known;
        }
        var xml = version.model();
        var tests = version.tests();
        return () -> admission.within(() -> assess(key, xml, tests));
    }

    private Assessment assess(Key key, String xml, String tests) throws InterruptedException {
        try {
            var model = gate.admit(xml.getBytes(StandardCharsets.UTF_8), key.kind());
            var suite = Drafting.suite(tests);
            var compiled = models.of(model.contentHash(), key.kind(), model::xml);
            var run = suite.run(compiled);
            var admitted = new Assessment.Admitted(model.outline(), analysis.analyse(model, key.kind(), ANALYSIS), run);
            if (!admitted.cutShort()) {
                remembered.put(key, admitted);
            }
            return admitted;
        } catch (ModelRefused refused) {
            return new Assessment.Refused(refused.findings());
        }
    }
}
