package org.rongcuo.policy;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.ModelRefused;

/** Finds the versions that bear on a matter, and their compiled models. */
@ApplicationScoped
class Books {
    private final PolicyVersions versions;
    private final Jurisdictions jurisdictions;
    private final CompiledModels models;
    private final Admission admission;

    Books(PolicyVersions versions, Jurisdictions jurisdictions, CompiledModels models, Admission admission) {
        this.versions = versions;
        this.jurisdictions = jurisdictions;
        this.models = models;
        this.admission = admission;
    }

    /** The layers in force on a date. */
    Layers layers(Jurisdiction jurisdiction, String field, SubjectStatus status, LocalDate on) {
        var codes = jurisdiction.codes();
        return Layers.of(versions.inForce(codes, List.of(BookKind.TOLERANCE, BookKind.STATUTE), on), field, status);
    }

    /** The layers at a matter's two dates. @throws org.rongcuo.shared.Problem 422 for an unknown jurisdiction */
    TwoDates at(Matter matter) {
        var place = jurisdictions.named(matter.jurisdiction(), "/jurisdiction");
        var conduct = layers(place, matter.field(), matter.subjectStatus(), matter.conductUntil());
        var decision = layers(place, matter.field(), matter.subjectStatus(), matter.decidedOn());
        return new TwoDates(conduct, decision);
    }

    /**
     * The layers as they would be without some versions: in the place of each stands the one that was in force in its book
     * the day before, if any.
     */
    TwoDates without(TwoDates dates, Predicate<PolicyVersion> gone) {
        return new TwoDates(without(dates.conduct(), gone), without(dates.decision(), gone));
    }

    private Layers without(Layers layers, Predicate<PolicyVersion> gone) {
        return new Layers(without(layers.tolerance(), gone), without(layers.statutes(), gone));
    }

    private List<PolicyVersion> without(List<PolicyVersion> layers, Predicate<PolicyVersion> gone) {
        return layers.stream()
                .map(version -> {
                    var before = Optional.of(version);
                    while (before.filter(gone).isPresent()) {
                        before = before.flatMap(there -> versions.inForce(
                                there.policy(), there.effectiveFrom().minusDays(1)));
                    }
                    return before;
                })
                .flatMap(Optional::stream)
                .toList();
    }

    /** The compiled model; one that nobody has approved comes by the bounded {@link Admission}. */
    CompiledModel compiled(PolicyVersion version) {
        if (version.status() != VersionStatus.APPROVED) {
            var model = version.model();
            return admission.within(
                    () -> models.of(version.contentHash(), version.policy().kind(), () -> model));
        }
        return models.of(version.contentHash(), version.policy().kind(), version::model);
    }

    /** The compiled model of an approved version; empty if what is stored does not pass the gate as it stands today. */
    Optional<CompiledModel> usable(PolicyVersion version) {
        try {
            return Optional.of(compiled(version));
        } catch (ModelRefused | IllegalStateException unusable) {
            Log.errorf(
                    "version %d of %s cannot be used: %s",
                    version.number(), version.policy().key(), unusable.getMessage());
            return Optional.empty();
        }
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
            var asked = new LinkedHashMap<UUID, PolicyVersion>();
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
