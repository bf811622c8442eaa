package org.rongcuo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.policy.Conformance.Found;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;

/**
 * Which books a version must keep to, and which must keep to it, on the day it is to take effect; and what is found, on the
 * bounded pool, remembered by the contents.
 */
@ApplicationScoped
class ConformanceChecks {
    private static final int REMEMBERED = 512;

    private final PolicyVersions versions;
    private final Books books;
    private final CompiledModels models;
    private final Admission admission;
    private final Cache<Key, Found> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    ConformanceChecks(PolicyVersions versions, Books books, CompiledModels models, Admission admission) {
        this.versions = versions;
        this.books = books;
        this.models = models;
        this.admission = admission;
    }

    private record Key(
            String variant,
            @Nullable String parent,
            @Nullable String statute) {}

    /**
     * A question about a variant.
     *
     * @param parent the book above whose bottom line, or whose 免责, is meant; null if there is none
     * @param statute the statute whose entitlement is meant; null if a bottom line is
     */
    record Check(
            PolicyVersion variant,
            @Nullable PolicyVersion parent,
            @Nullable PolicyVersion statute) {
        private Key key() {
            return new Key(variant.contentHash(), hash(parent), hash(statute));
        }

        private static @Nullable String hash(@Nullable PolicyVersion version) {
            return version == null ? null : version.contentHash();
        }

        /** Whether the parent bears on every matter on which the variant does; a general book is for all fields. */
        boolean everywhere() {
            return parent == null || bearsWherever(parent, variant.policy());
        }
    }

    /** What a version must keep to in all that stands above it on a date. */
    List<Check> above(PolicyVersion version, LocalDate on) {
        return checks(version, standing(version.policy(), on), statutes(version.policy(), on));
    }

    /**
     * What the books below must keep to in a version: those in force on a date, and unless it is of history, those that are
     * to take effect later.
     */
    List<Check> below(PolicyVersion version, LocalDate on, boolean history) {
        var policy = version.policy();
        var place = policy.jurisdiction();
        var below = Stream.of(
                        versions.inForce(List.of(place.code()), List.of(BookKind.TOLERANCE), on),
                        versions.inForceBelow(place, on),
                        history ? List.<PolicyVersion>of() : versions.scheduledWithin(place, on))
                .flatMap(List::stream)
                .filter(child -> child.policy().kind() == BookKind.TOLERANCE)
                .filter(child -> isAbove(policy, child.policy()))
                .sorted(Layers.MOST_SPECIFIC.thenComparing(PolicyVersion::number))
                .toList();
        var checks = new ArrayList<Check>();
        for (var child : below) {
            checks.add(new Check(child, version, null));
            var above = new ArrayList<>(standing(child.policy(), on).stream()
                    .filter(other -> !other.policy().id().equals(policy.id()))
                    .toList());
            above.add(version);
            if (nearest(above, child.policy()).equals(Optional.of(version))) {
                statutes(child.policy(), on).forEach(statute -> checks.add(new Check(child, version, statute)));
            }
        }
        return checks;
    }

    private static List<Check> checks(PolicyVersion version, List<PolicyVersion> above, List<PolicyVersion> statutes) {
        var checks = new ArrayList<Check>();
        above.forEach(parent -> checks.add(new Check(version, parent, null)));
        var nearest = nearest(above, version.policy()).orElse(null);
        statutes.forEach(statute -> checks.add(new Check(version, nearest, statute)));
        return checks;
    }

    /** The TOLERANCE books above one that may bear on a matter together with it, the most specific first. */
    private List<PolicyVersion> standing(Policy policy, LocalDate on) {
        return versions.inForce(policy.jurisdiction().codes(), List.of(BookKind.TOLERANCE), on).stream()
                .filter(other -> !other.policy().id().equals(policy.id()) && isAbove(other.policy(), policy))
                .sorted(Layers.MOST_SPECIFIC)
                .toList();
    }

    /** As {@link Vocabulary} has it; but books of two fields never meet. */
    private static boolean isAbove(Policy above, Policy below) {
        return Vocabulary.stands(above, below)
                && (above.field() == null
                        || below.field() == null
                        || above.field().equals(below.field()));
    }

    private static boolean bearsWherever(PolicyVersion parent, Policy below) {
        return parent.policy().field() == null || Objects.equals(parent.policy().field(), below.field());
    }

    private static Optional<PolicyVersion> nearest(List<PolicyVersion> above, Policy policy) {
        return above.stream().filter(parent -> bearsWherever(parent, policy)).min(Layers.MOST_SPECIFIC);
    }

    /** The statutes that reach every matter on which the book speaks, if need be depending on the subject's status. */
    private List<PolicyVersion> statutes(Policy policy, LocalDate on) {
        return versions.inForce(policy.jurisdiction().codes(), List.of(BookKind.STATUTE), on).stream()
                .filter(statute -> statute.policy().inScope(policy.field(), null)
                        || statute.policy().inScopeOfSomeStatus(policy.field()))
                .sorted(Layers.MOST_SPECIFIC)
                .toList();
    }

    Found of(Check check) {
        return laterOf(check).get();
    }

    /** Takes what is needed of the database now, and finds everything out when run, without it. */
    Runnable laterOf(PolicyVersion version, LocalDate on, boolean history) {
        if (version.policy().kind() != BookKind.TOLERANCE) {
            return () -> {};
        }
        var later = Stream.concat(above(version, on).stream(), below(version, on, history).stream())
                .map(this::laterOf)
                .toList();
        return () -> later.forEach(Supplier::get);
    }

    private Supplier<Found> laterOf(Check check) {
        var key = check.key();
        var known = remembered.getIfPresent(key);
        if (known != null) {
            return () -> known;
        }
        var variant = model(check.variant());
        var parent = check.parent() == null ? null : model(check.parent());
        var statute = check.statute() == null ? null : model(check.statute());
        return () -> {
            var found = bounded(() -> check(variant, parent, statute));
            remembered.put(key, found);
            return found;
        };
    }

    private static Found check(
            Supplier<Optional<CompiledModel>> variant,
            @Nullable Supplier<Optional<CompiledModel>> parent,
            @Nullable Supplier<Optional<CompiledModel>> statute) {
        var tried = variant.get();
        var above = parent == null ? Optional.<CompiledModel>empty() : parent.get();
        var law = statute == null ? Optional.<CompiledModel>empty() : statute.get();
        if (tried.isEmpty() || parent != null && above.isEmpty() || statute != null && law.isEmpty()) {
            return Found.NOT_PROVEN;
        }
        return law.map(entitles -> Conformance.entitlement(tried.get(), entitles, above.orElse(null)))
                .orElseGet(() -> Conformance.bottomLine(tried.get(), above.orElseThrow()));
    }

    /** The model of what is not approved is compiled where the work is bounded. */
    private Supplier<Optional<CompiledModel>> model(PolicyVersion version) {
        if (version.status() == VersionStatus.APPROVED) {
            var usable = books.usable(version);
            return () -> usable;
        }
        var hash = version.contentHash();
        var kind = version.policy().kind();
        var xml = version.model();
        return () -> Optional.of(models.of(hash, kind, () -> xml));
    }

    /** What takes too long is not proven. */
    private Found bounded(Callable<Found> work) {
        try {
            return admission.within(work);
        } catch (Problem late) {
            if (late.type() == ProblemType.MODEL_REFUSED) {
                return Found.NOT_PROVEN;
            }
            throw late;
        }
    }
}
