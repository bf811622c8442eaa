package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.rongcuo.PostgreSQL;
import org.rongcuo.dmn.AdmittedModel;

/**
 * 从旧兼从轻 and the layers over random histories of books, held against the rules told once more without the product's
 * code. The seed of each round is its number, so that what failed fails again.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestTransaction
class TwoDatePropertyTest {
    private static final String AUDIT = "审计";
    private static final List<String> ORDER = List.of("免责", "减责", "不予容错");
    private static final Map<TestBook, AdmittedModel> ADMITTED = new ConcurrentHashMap<>();

    private final StoredBooks stored;
    private final EvaluationService evaluations;

    TwoDatePropertyTest(StoredBooks stored, EvaluationService evaluations) {
        this.stored = stored;
        this.evaluations = evaluations;
    }

    /** A book with its history: what it says from which day on, and the number of that version. */
    private record History(
            Policy book,
            String field,
            LenityMode mode,
            Set<SubjectStatus> statuses,
            TreeMap<LocalDate, Entry> entries) {
        Entry on(LocalDate date) {
            var entry = entries.floorEntry(date);
            return entry == null ? null : entry.getValue();
        }
    }

    private record Entry(int number, TestBook says) {}

    /** The books of a world, the most specific first. */
    private record World(List<History> tolerance, List<History> statutes) {}

    @RepeatedTest(8)
    void theOutcomeIsNeverHeavierThanTheOldChainsAndNothingOfTwoDatesMixes(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var world = world(random);
        var outcomes = EnumSet.noneOf(Recommendation.class);
        for (int n = 0; n < 80; n++) {
            var conduct = day(random);
            var later = day(random);
            var decided = later.isBefore(conduct) ? conduct : later;
            var field = random.nextBoolean() ? AUDIT : null;
            var status = new SubjectStatus[] {null, SubjectStatus.UNIT, SubjectStatus.OTHER}[random.nextInt(3)];
            outcomes.add(hold(world, new Matter(StoredBooks.COUNTY, field, status, conduct, decided)));
        }
        assertTrue(outcomes.size() > 1, "the round says something: " + outcomes);
    }

    private Recommendation hold(World world, Matter matter) {
        var view = evaluate(matter);
        var said = view.recommendation().code();
        var told = matter + ": " + view.recommendation() + " " + view.lenity();
        assertEquals(expected(world, matter), said == Recommendation.REFER ? null : said, told);
        for (var chain : view.chains()) {
            var date = chain.by() == EvaluationView.By.CONDUCT ? matter.conductUntil() : matter.decidedOn();
            assertEquals(date, chain.date(), told);
            assertEquals(
                    inForce(world, matter, date),
                    chain.layers().stream()
                            .map(layer -> layer.policy() + "@" + layer.version())
                            .toList(),
                    "the layers of that day and no others: " + told);
            var alone = evaluate(new Matter(matter.jurisdiction(), matter.field(), matter.subjectStatus(), date, date));
            var same = alone.chains().get(0);
            assertEquals(same.layers(), chain.layers(), "rows and all, as if the other day were not: " + told);
            assertEquals(same.recommendation(), chain.recommendation(), told);
        }
        if (view.lenity().mode() == LenityMode.TWO_DATE) {
            neverHeavier(view, told);
        }
        return said;
    }

    /** On the one fact, unless no book of the day asks it. */
    private EvaluationView evaluate(Matter matter) {
        var asked = evaluations.booksFor(matter).item("given").isPresent();
        return evaluations.evaluate(matter, asked ? TestBook.FACTS : Map.of());
    }

    private static void neverHeavier(EvaluationView view, String told) {
        var said = view.recommendation().code();
        var old = view.chains().get(0).recommendation().code();
        var now = view.chains().get(1).recommendation().code();
        if (old == Recommendation.REFER || now == Recommendation.REFER) {
            assertEquals(Recommendation.REFER, said, told);
            assertNotEquals(Recommendation.EXEMPT, said, told);
        } else if (said != Recommendation.REFER) {
            assertFalse(old.lighterThan(said), "heavier than the old chain's: " + told);
            assertFalse(now.lighterThan(said), "heavier than the new chain's: " + told);
        }
    }

    /** The rules in the words of the contract; null where a person must judge. */
    private static Recommendation expected(World world, Matter matter) {
        var speaking = speaking(world, matter, matter.decidedOn());
        if (speaking == null) {
            speaking = speaking(world, matter, matter.conductUntil());
        }
        var mode = speaking == null ? LenityMode.TWO_DATE : speaking.mode;
        var old = word(world, matter, matter.conductUntil());
        var now = word(world, matter, matter.decidedOn());
        var word =
                switch (mode) {
                    case CONDUCT -> old;
                    case DECISION -> now;
                    case TWO_DATE -> old == null || now == null ? null : lighter(world, matter, old, now);
                };
        return word == null ? null : Recommendation.ofWord(word).orElseThrow();
    }

    private static String lighter(World world, Matter matter, String old, String now) {
        if (!old.equals(now)) {
            return ORDER.indexOf(old) < ORDER.indexOf(now) ? old : now;
        }
        var before = effects(world, matter, matter.conductUntil());
        var after = effects(world, matter, matter.decidedOn());
        return before.containsAll(after) || after.containsAll(before) ? old : null;
    }

    private static Set<String> effects(World world, Matter matter, LocalDate date) {
        return new HashSet<>(speaking(world, matter, date).on(date).says().effects());
    }

    private static History speaking(World world, Matter matter, LocalDate date) {
        return tolerance(world, matter, date).stream().findFirst().orElse(null);
    }

    private static List<History> tolerance(World world, Matter matter, LocalDate date) {
        return world.tolerance.stream()
                .filter(book -> book.field == null || book.field.equals(matter.field()))
                .filter(book -> book.on(date) != null)
                .toList();
    }

    private static Stream<History> statutes(World world, Matter matter, LocalDate date) {
        return world.statutes.stream()
                .filter(book -> book.field == null || book.field.equals(matter.field()))
                .filter(book -> book.on(date) != null);
    }

    private static boolean reaches(History statute, SubjectStatus status) {
        return statute.statuses.isEmpty() || status != null && statute.statuses.contains(status);
    }

    /** What the layers of one day say together; null where a person must judge. */
    private static String word(World world, Matter matter, LocalDate date) {
        var layers = tolerance(world, matter, date);
        if (layers.isEmpty()) {
            return null;
        }
        for (var layer : layers) {
            var says = layer.on(date).says();
            if (says.bottomLine() && Set.of("免责", "减责").contains(says.word())) {
                return null;
            }
        }
        var word = layers.get(0).on(date).says().word();
        if (!ORDER.contains(word)) {
            return null;
        }
        var others = layers.subList(1, layers.size());
        if (!word.equals("不予容错")
                && others.stream().anyMatch(layer -> layer.on(date).says().bottomLine())) {
            return null;
        }
        var entitled = statutes(world, matter, date)
                .filter(statute -> matter.subjectStatus() == null || reaches(statute, matter.subjectStatus()))
                .anyMatch(statute -> statute.on(date).says().word().equals("免责"));
        return entitled && !word.equals("免责") ? null : word;
    }

    private static List<String> inForce(World world, Matter matter, LocalDate date) {
        return Stream.concat(
                        tolerance(world, matter, date).stream(),
                        statutes(world, matter, date).filter(book -> reaches(book, matter.subjectStatus())))
                .map(book -> book.book.key() + "@" + book.on(date).number())
                .toList();
    }

    private World world(Random random) {
        List<History> tolerance = new ArrayList<>();
        for (var place : List.of(StoredBooks.COUNTY, StoredBooks.CITY)) {
            for (var field : List.of(AUDIT, "")) {
                var mode = random.nextInt(6) == 0 ? LenityMode.values()[1 + random.nextInt(2)] : LenityMode.TWO_DATE;
                var own = field.isEmpty() ? null : field;
                var book = stored.book(place, own == null ? "tolerance" : "audit", own, mode);
                tolerance.add(history(book, own, mode, Set.of(), random, false));
            }
        }
        List<History> statutes = new ArrayList<>();
        statutes.add(
                history(stored.statute("a-field", List.of(AUDIT), List.of()), AUDIT, null, Set.of(), random, true));
        statutes.add(history(stored.statute("b-all", List.of(), List.of()), null, null, Set.of(), random, true));
        statutes.add(history(
                stored.statute("c-units", List.of(), List.of(SubjectStatus.UNIT)),
                null,
                null,
                Set.of(SubjectStatus.UNIT),
                random,
                true));
        return new World(tolerance, statutes);
    }

    /** Up to three versions, imported in any order of their dates. */
    private History history(
            Policy book, String field, LenityMode mode, Set<SubjectStatus> statuses, Random random, boolean statute) {
        var entries = new TreeMap<LocalDate, Entry>();
        var versions = random.nextInt(4);
        for (int n = 0; n < versions; n++) {
            var from = day(random);
            if (!entries.containsKey(from)) {
                var says = statute ? statute(random) : tolerance(random);
                stored.inForce(book, ADMITTED.computeIfAbsent(says, TestBook::admitted), from.toString());
                entries.put(from, new Entry(entries.size() + 1, says));
            }
        }
        return new History(Objects.requireNonNull(book), field, mode, statuses, entries);
    }

    private static TestBook statute(Random random) {
        return TestBook.statute(random.nextInt(4) == 0 ? "免责" : "不适用");
    }

    private static TestBook tolerance(Random random) {
        var word = List.of("免责", "免责", "减责", "减责", "不予容错", "提请会商").get(random.nextInt(6));
        var effects = new String[][] {{}, {"甲"}, {"乙"}, {"甲", "乙"}}[random.nextInt(4)];
        var book = TestBook.saying(word, effects);
        return random.nextInt(8) == 0 ? book.hittingItsBottomLine() : book;
    }

    /** One of forty days, so that ends and beginnings meet. */
    private static LocalDate day(Random random) {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(40));
    }
}
