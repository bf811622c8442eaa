package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;

/** Finds the versions that bear on a matter, and their compiled models. */
@ApplicationScoped
class Books {
    private final PolicyVersions versions;
    private final Jurisdictions jurisdictions;
    private final CompiledModels models;

    Books(PolicyVersions versions, Jurisdictions jurisdictions, CompiledModels models) {
        this.versions = versions;
        this.jurisdictions = jurisdictions;
        this.models = models;
    }

    /** The layers in force on a date. @throws org.rongcuo.shared.Problem 422 for an unknown jurisdiction */
    Layers layers(String jurisdiction, String field, SubjectStatus status, LocalDate on) {
        var codes = jurisdictions.named(jurisdiction, "/jurisdiction").codes();
        return Layers.of(versions.inForce(codes, List.of(BookKind.TOLERANCE, BookKind.STATUTE), on), field, status);
    }

    /** The layers at a matter's two dates. */
    TwoDates at(Matter matter) {
        var conduct = layers(matter.jurisdiction(), matter.field(), matter.subjectStatus(), matter.conductUntil());
        var decision = layers(matter.jurisdiction(), matter.field(), matter.subjectStatus(), matter.decidedOn());
        return new TwoDates(conduct, decision);
    }

    CompiledModel compiled(PolicyVersion version) {
        return models.of(version.contentHash(), version.policy().kind(), version::model);
    }

    /** The layers as in force at the conduct and at the decision, and what the speaking book says of the two. */
    record TwoDates(Layers conduct, Layers decision) {
        /** The setting of the book that speaks when deciding. */
        LenityMode mode() {
            return decision.speaking()
                    .or(conduct::speaking)
                    .map(version -> version.policy().lenityMode())
                    .orElse(LenityMode.TWO_DATE);
        }

        String basis() {
            return decision.speaking()
                    .or(conduct::speaking)
                    .map(version -> version.policy().lenityBasis())
                    .orElse(null);
        }

        /** Every layer that the setting asks, the decision date's first, a version once. */
        List<PolicyVersion> asked() {
            var mode = mode();
            var asked = new java.util.LinkedHashMap<java.util.UUID, PolicyVersion>();
            if (mode != LenityMode.CONDUCT) {
                decision.all().forEach(version -> asked.putIfAbsent(version.id(), version));
            }
            if (mode != LenityMode.DECISION) {
                conduct.all().forEach(version -> asked.putIfAbsent(version.id(), version));
            }
            return List.copyOf(asked.values());
        }
    }
}
