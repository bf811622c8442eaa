package org.rongcuo.policy;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.ModelRefused;
import org.rongcuo.policy.Effects.TakenEffect;

/** Finds the versions that bear on a matter, and their compiled models. */
@ApplicationScoped
class Books {
    private final Policies policies;
    private final PolicyVersions versions;
    private final Jurisdictions jurisdictions;
    private final CompiledModels models;
    private final Admission admission;

    Books(
            Policies policies,
            PolicyVersions versions,
            Jurisdictions jurisdictions,
            CompiledModels models,
            Admission admission) {
        this.policies = policies;
        this.versions = versions;
        this.jurisdictions = jurisdictions;
        this.models = models;
        this.admission = admission;
    }

    /** The layers in force on a date. */
    Layers layers(Jurisdiction jurisdiction, String field, SubjectStatus status, LocalDate on) {
        var codes = jurisdiction.codes();
        var layers =
                Layers.of(versions.inForce(codes, List.of(BookKind.TOLERANCE, BookKind.STATUTE), on), field, status);
        return layers.speaking().isPresent() ? layers : layers.silent(policies.tolerance(codes, field));
    }

    /**
     * The layers as they would be in force on a date were a version in force that is not: in the place of its book's, or
     * added where the book has none.
     */
    Layers layersWith(
            PolicyVersion version, Jurisdiction jurisdiction, String field, SubjectStatus status, LocalDate on) {
        var codes = jurisdiction.codes();
        var inForce = new ArrayList<>(versions.inForce(codes, List.of(BookKind.TOLERANCE, BookKind.STATUTE), on));
        inForce.removeIf(other -> other.policy().id().equals(version.policy().id()));
        if (codes.contains(version.policy().jurisdiction().code())) {
            inForce.add(version);
        }
        return Layers.of(inForce, field, status);
    }

    /** The layers at a matter's two dates. @throws org.rongcuo.shared.Problem 422 for an unknown jurisdiction */
    TwoDates at(Matter matter) {
        var place = jurisdictions.named(matter.jurisdiction(), "/jurisdiction");
        var conduct = layers(place, matter.field(), matter.subjectStatus(), matter.conductUntil());
        var decision = layers(place, matter.field(), matter.subjectStatus(), matter.decidedOn());
        return TwoDates.of(place, new Dated(matter.conductUntil(), conduct), new Dated(matter.decidedOn(), decision));
    }

    /**
     * The layers as they would be asked had a version not taken effect, or had a book not been repealed.
     *
     * @return empty when the effect does not bear on the matter
     */
    Optional<TwoDates> before(TwoDates dates, Matter matter, TakenEffect effect) {
        if (!effect.repeal()) {
            return dates.asked().stream().anyMatch(asked -> asked.id().equals(effect.version()))
                    ? Optional.of(without(dates, version -> version.id().equals(effect.version())))
                    : Optional.empty();
        }
        var ended = versions.findById(effect.version());
        var now = dates.decision().layers();
        var there = new ArrayList<>(now.all());
        there.addAll(now.byStatus());
        // A later version of the same book takes the repeal's place: what changes then, changes by that version.
        if (there.stream()
                        .anyMatch(version ->
                                version.policy().id().equals(ended.policy().id()))
                || !dates.place().codes().contains(ended.policy().jurisdiction().code())) {
            return Optional.empty();
        }
        there.add(ended);
        var revived = Layers.of(there, matter.field(), matter.subjectStatus());
        var before = TwoDates.of(
                dates.place(), dates.conduct(), new Dated(dates.decision().date(), revived));
        return revived.all().contains(ended) && before.mode() != LenityMode.CONDUCT
                ? Optional.of(before)
                : Optional.empty();
    }

    /**
     * The layers that an evaluation on record was made by, whatever is in force meanwhile (rules.md "closed before the
     * new rule, only under review": old).
     *
     * @param decided the record's content, which names each version of each chain
     * @param jurisdiction code of the matter's place
     * @throws IllegalStateException if a version on record is not to be found, or has another content
     */
    TwoDates decidedBy(EvaluationView decided, String jurisdiction) {
        var place = jurisdictions.named(jurisdiction, "/jurisdiction");
        var hashes = new TreeMap<String, String>();
        decided.chains()
                .forEach(chain -> chain.layers().forEach(layer -> hashes.put(layer.name(), layer.contentHash())));
        Map<String, PolicyVersion> named = new HashMap<>();
        versions.named(hashes.keySet()).stream()
                .filter(version -> version.contentHash().equals(hashes.get(version.name())))
                .forEach(version -> named.put(version.name(), version));
        if (!named.keySet().equals(hashes.keySet())) {
            hashes.keySet().removeAll(named.keySet());
            throw new IllegalStateException("versions on record are not to be found: " + hashes.keySet());
        }
        return new TwoDates(
                place,
                recorded(decided, EvaluationView.By.CONDUCT, named),
                recorded(decided, EvaluationView.By.DECISION, named),
                decided.lenity().mode(),
                decided.lenity().basis());
    }

    /** One date's layers as recorded; those of a date that the setting did not ask are empty. */
    private static Dated recorded(EvaluationView decided, EvaluationView.By by, Map<String, PolicyVersion> named) {
        var chain = decided.chains().stream().filter(each -> each.by() == by).findFirst();
        var layers = chain.stream()
                .flatMap(each -> each.layers().stream())
                .map(layer -> named.get(layer.name()))
                .toList();
        return new Dated(
                chain.map(EvaluationView.Chain::date).orElse(null),
                new Layers(
                        layers.stream()
                                .filter(version -> version.policy().kind() == BookKind.TOLERANCE)
                                .toList(),
                        layers.stream()
                                .filter(version -> version.policy().kind() == BookKind.STATUTE)
                                .toList(),
                        List.of(),
                        List.of()));
    }

    /**
     * The layers as they would be without some versions: in the place of each stands the one that was in force in its book
     * the day before, if any.
     */
    TwoDates without(TwoDates dates, Predicate<PolicyVersion> gone) {
        return TwoDates.of(dates.place(), without(dates.conduct(), gone), without(dates.decision(), gone));
    }

    private Dated without(Dated dated, Predicate<PolicyVersion> gone) {
        var layers = dated.layers();
        return new Dated(
                dated.date(),
                new Layers(
                        without(layers.tolerance(), gone),
                        without(layers.statutes(), gone),
                        without(layers.byStatus(), gone),
                        layers.silent()));
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

    /** The layers of one date. @param date null where a record does not tell, since the setting did not ask it */
    record Dated(LocalDate date, Layers layers) {}

    /**
     * The layers as in force at the conduct and at the decision, and what the book that speaks when deciding says of the
     * two.
     *
     * @param basis the setting's legal basis; null when no book speaks
     */
    record TwoDates(Jurisdiction place, Dated conduct, Dated decision, LenityMode mode, String basis) {
        /** As the book sets it that speaks at the decision, or spoke at the conduct. */
        static TwoDates of(Jurisdiction place, Dated conduct, Dated decision) {
            var sets =
                    decision.layers().speaking().or(conduct.layers()::speaking).map(PolicyVersion::policy);
            return new TwoDates(
                    place,
                    conduct,
                    decision,
                    sets.map(Policy::lenityMode).orElse(LenityMode.TWO_DATE),
                    sets.map(Policy::lenityBasis).orElse(null));
        }

        /** Every layer that the setting asks, the decision date's first, a version once. */
        List<PolicyVersion> asked() {
            return distinct(Layers::all);
        }

        /** Every layer that an answer may be to: those asked, and those that only a subject's status keeps apart. */
        List<PolicyVersion> answerable() {
            return distinct(layers -> Stream.concat(layers.all().stream(), layers.byStatus().stream())
                    .toList());
        }

        private List<PolicyVersion> distinct(Function<Layers, List<PolicyVersion>> part) {
            var distinct = new LinkedHashMap<UUID, PolicyVersion>();
            if (mode != LenityMode.CONDUCT) {
                part.apply(decision.layers).forEach(version -> distinct.putIfAbsent(version.id(), version));
            }
            if (mode != LenityMode.DECISION) {
                part.apply(conduct.layers).forEach(version -> distinct.putIfAbsent(version.id(), version));
            }
            return List.copyOf(distinct.values());
        }
    }
}
