package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.ModelOutline;
import org.rongcuo.dmn.TestSuite;

/**
 * Prepares what is to be saved of a draft on the bounded pool, without the database: the model through the gate, its tests
 * as they follow renamed items, and how they go.
 */
@ApplicationScoped
class Drafting {
    private final Admission admission;
    private final ModelGate gate;
    private final CompiledModels models;

    Drafting(Admission admission, ModelGate gate, CompiledModels models) {
        this.admission = admission;
        this.gate = gate;
        this.models = models;
    }

    /**
     * A draft's content, ready to be saved.
     *
     * @param tests TCK XML, null for none
     */
    record Prepared(AdmittedModel model, @Nullable String tests, TestSummary summary) {}

    /** The suite that is kept. @param xml null for none */
    static TestSuite suite(@Nullable String xml) {
        return xml == null ? TestSuite.empty(null) : TestSuite.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A new model.
     *
     * @param before the version whose tests it takes along: itself as it was, or the one it is based on; null for none
     */
    Supplier<Prepared> model(byte[] document, BookKind kind, @Nullable PolicyVersion before) {
        var tests = before == null ? null : before.tests();
        var was = before == null ? null : before.model();
        return () -> admission.within(() -> {
            var model = gate.admit(document, kind);
            var following = tests == null
                    ? null
                    : suite(tests)
                            .renamed(admit(was, kind).outline(), model.outline())
                            .xml();
            return prepared(model, kind, following);
        });
    }

    /** New tests for the model as it is. @param read gives them, refuses what the model does not know */
    Supplier<Prepared> tests(PolicyVersion version, Function<ModelOutline, TestSuite> read) {
        var kind = version.policy().kind();
        var xml = version.model();
        return () -> admission.within(() -> {
            var model = admit(xml, kind);
            return prepared(model, kind, read.apply(model.outline()).xml());
        });
    }

    /** What the product ships; it waits for nobody. */
    Prepared shipped(byte[] document, String tests, BookKind kind) {
        try {
            return prepared(gate.admit(document, kind), kind, tests);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the seed books were loaded", stopped);
        }
    }

    private AdmittedModel admit(String xml, BookKind kind) {
        return gate.admit(xml.getBytes(StandardCharsets.UTF_8), kind);
    }

    private Prepared prepared(AdmittedModel model, BookKind kind, String tests) throws InterruptedException {
        var compiled = models.of(model.contentHash(), kind, model::xml);
        return new Prepared(model, tests, TestSummary.of(suite(tests).run(compiled)));
    }
}
