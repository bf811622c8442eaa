package org.rongcuo.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Persons;
import org.rongcuo.dmn.CompiledModel;

/**
 * For the generator of past cases: the product's own evaluation, without asking the database each time which versions were
 * in force, since that changes on few days only.
 */
@ApplicationScoped
public class PastBooks {
    /** Stand in the contents for the last day of the conduct and the day of decision. */
    public static final LocalDate CONDUCT = LocalDate.of(9990, 1, 1);

    public static final LocalDate DECISION = LocalDate.of(9991, 1, 1);

    private final Books books;
    private final PolicyVersions versions;
    private final Jurisdictions jurisdictions;
    private final EvaluationService evaluations;
    private final Map<Where, Books.TwoDates> known = new ConcurrentHashMap<>();
    private final Policies policies;
    private final PolicyService service;
    private final Drafting drafting;
    private final ImpactReplays replays;
    private final ReplayParts parts;
    private final ReplayRunner runner;
    private final Persons persons;
    private TreeSet<LocalDate> turns;

    PastBooks(
            Books books,
            PolicyVersions versions,
            Jurisdictions jurisdictions,
            EvaluationService evaluations,
            Policies policies,
            PolicyService service,
            Drafting drafting,
            ImpactReplays replays,
            ReplayParts parts,
            ReplayRunner runner,
            Persons persons) {
        this.policies = policies;
        this.service = service;
        this.drafting = drafting;
        this.replays = replays;
        this.parts = parts;
        this.runner = runner;
        this.persons = persons;
        this.books = books;
        this.versions = versions;
        this.jurisdictions = jurisdictions;
        this.evaluations = evaluations;
    }

    /**
     * Where and when a matter stands; matters that differ in nothing else are judged alike.
     *
     * @param field null for none
     * @param conductEra the first day of the days on which the same versions were in force
     * @param decisionEra likewise
     */
    public record Where(
            String jurisdiction, String field, SubjectStatus status, LocalDate conductEra, LocalDate decisionEra) {}

    /** The first of the days on which the same versions were in force as on the day; null before the first version. */
    public synchronized LocalDate era(LocalDate day) {
        if (turns == null) {
            turns = new TreeSet<>();
            QuarkusTransaction.requiringNew()
                    .run(() -> versions.list("status", VersionStatus.APPROVED)
                            .forEach(version -> turns.add(version.effectiveFrom())));
        }
        return turns.floor(day);
    }

    /** What the books ask there. */
    public List<ItemView> items(Where where) {
        return AppliedBooks.of(dates(where), books).items();
    }

    /** The evaluation, with {@link #CONDUCT} and {@link #DECISION} in place of the days. */
    public EvaluationView evaluate(Where where, Map<String, Object> facts) {
        return evaluations.evaluate(dates(where), facts, Judging.TRIAL);
    }

    /** The model of the book that speaks at the place today, which a replay holds the cases against. */
    public CompiledModel speaking(String jurisdiction, LocalDate on) {
        var era = Objects.requireNonNull(era(on));
        var speaking = dates(new Where(jurisdiction, null, SubjectStatus.PARTY_MEMBER, era, era))
                .decision()
                .layers()
                .speaking()
                .orElseThrow();
        return books.usable(speaking).orElseThrow();
    }

    /**
     * Replays a draft with a changed threshold over all past cases, as the product does it, and answers what the report
     * counts.
     */
    public String replay(String jurisdiction, String name, LocalDate today) {
        var id = QuarkusTransaction.requiringNew().call(() -> {
            var policy = policies.of(jurisdiction, name).orElseThrow();
            var inForce = versions.inForce(policy, today).orElseThrow();
            var changed = inForce.model().replace("&lt;= 1<", "&lt;= 4<").replace("&gt; 1<", "&gt; 4<");
            var draft = service.draft(policy, drafting.shipped(changed.getBytes(UTF_8), null, policy.kind()), null);
            var replay = new ImpactReplay(
                    draft, inForce, today, new ReplayFilters(null, null, null, null), 1, somebody(), Instant.now());
            replays.persistAndFlush(replay);
            parts.create(replay.id(), List.of(), 1);
            return replay.id();
        });
        while (runner.runNext(new ReplaySettings(5000, Duration.ofSeconds(30)), () -> false)) {
            // part after part
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            var done = replays.findById(id);
            var report = done.report();
            return "%s: %,d subjects, %,d vectors, %,d flips in %d groups, %,d open"
                    .formatted(
                            done.status(),
                            report.subjects(),
                            report.distinctVectors(),
                            report.flips().stream()
                                    .mapToLong(ImpactReport.Flips::count)
                                    .sum(),
                            report.flips().size(),
                            report.open().stream()
                                    .mapToLong(ImpactReport.OpenGroup::count)
                                    .sum());
        });
    }

    private UUID somebody() {
        return persons.findAll().firstResult().id();
    }

    private Books.TwoDates dates(Where where) {
        return known.computeIfAbsent(where, this::load);
    }

    private Books.TwoDates load(Where where) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var place = jurisdictions.named(where.jurisdiction(), "/jurisdiction");
            Map<LocalDate, Layers> layers = new HashMap<>();
            for (var era : new LocalDate[] {where.conductEra(), where.decisionEra()}) {
                layers.put(era, books.layers(place, where.field(), where.status(), era));
            }
            return Books.TwoDates.of(
                    place,
                    new Books.Dated(CONDUCT, layers.get(where.conductEra())),
                    new Books.Dated(DECISION, layers.get(where.decisionEra())));
        });
    }
}
