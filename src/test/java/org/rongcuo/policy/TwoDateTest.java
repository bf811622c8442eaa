package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.policy.EvaluationView.Applied;
import org.rongcuo.shared.Json;

/**
 * Which version of a rule judges (rules.md "Which version of a rule", policy-contract "Evaluation"), and how layers bear
 * on each other, with stored books of a county of its own. Nothing stays: every test's transaction is rolled back.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestTransaction
class TwoDateTest {
    private static final String CITY = StoredBooks.CITY;
    private static final String COUNTY = StoredBooks.COUNTY;

    private final StoredBooks books;
    private final EvaluationService evaluations;
    private final EntityManager entityManager;

    TwoDateTest(PolicyService service, StoredBooks books, EvaluationService evaluations, EntityManager entityManager) {
        this.books = books;
        this.evaluations = evaluations;
        this.entityManager = entityManager;
    }

    @Test
    void theNewRuleStandsWhenItIsLighter() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("减责"), "2020-01-01");
        inForce(book, TestBook.saying("免责"), "2022-01-01");
        var view = evaluate("2021-05-01", "2023-01-01");
        assertEquals(Recommendation.EXEMPT, view.recommendation().code());
        assertEquals(Applied.NEW, view.lenity().applied());
        assertEquals(Recommendation.MITIGATE, view.lenity().old());
        assertEquals(Recommendation.EXEMPT, view.lenity().current());
        assertEquals(List.of(1, 2), versions(view));
        assertEquals(
                List.of(EvaluationView.By.CONDUCT, EvaluationView.By.DECISION),
                view.chains().stream().map(EvaluationView.Chain::by).toList());
    }

    @Test
    void theOldRuleStandsWhenItIsLighterOrEqual() {
        for (var now : List.of("减责", "不予容错", "免责")) {
            var book = book(COUNTY, "tolerance-" + (int) now.charAt(0), null, LenityMode.TWO_DATE);
            inForce(book, TestBook.saying("免责"), "2020-01-01");
            inForce(book, TestBook.saying(now, "某项"), "2022-01-01");
        }
        var heavier = evaluateOnly("tolerance-" + (int) '减', "2021-05-01", "2023-01-01");
        assertEquals(Applied.OLD, heavier.lenity().applied());
        assertEquals(Recommendation.EXEMPT, heavier.recommendation().code());
        var refused = evaluateOnly("tolerance-" + (int) '不', "2021-05-01", "2023-01-01");
        assertEquals(Applied.OLD, refused.lenity().applied());
        var moreEffects = evaluateOnly("tolerance-" + (int) '免', "2021-05-01", "2023-01-01");
        assertEquals(Applied.NEW, moreEffects.lenity().applied(), "equal outcome, the new effects are better");
    }

    @Test
    void tiesGoToTheOld() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("减责", "甲", "乙"), "2020-01-01");
        inForce(book, TestBook.saying("减责", "乙"), "2022-01-01");
        var view = evaluate("2021-05-01", "2023-01-01");
        assertEquals(Applied.OLD, view.lenity().applied());
        assertEquals(Recommendation.MITIGATE, view.recommendation().code());
    }

    @Test
    void incomparableEffectsReferAndNameBothVersions() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("减责", "甲"), "2020-01-01");
        inForce(book, TestBook.saying("减责", "乙"), "2022-01-01");
        var view = evaluate("2021-05-01", "2023-01-01");
        assertEquals(List.of("incomparable"), codes(view));
        assertNull(view.lenity().applied());
        assertEquals(
                List.of(COUNTY + "/tolerance@1", COUNTY + "/tolerance@2"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void aDoubtOnEitherSideRefers() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("提请会商"), "2020-01-01");
        inForce(book, TestBook.saying("免责"), "2022-01-01");
        inForce(book, TestBook.saying("提请会商", "甲"), "2024-01-01");
        var old = evaluate("2021-05-01", "2023-01-01");
        assertEquals(List.of("table-refers"), codes(old));
        assertEquals(
                List.of(COUNTY + "/tolerance@1"),
                old.recommendation().reasons().get(0).layers());
        var now = evaluate("2022-05-01", "2025-01-01");
        assertEquals(List.of("table-refers"), codes(now));
        assertEquals(
                List.of(COUNTY + "/tolerance@3"),
                now.recommendation().reasons().get(0).layers());
        var both = evaluate("2021-05-01", "2025-01-01");
        assertEquals(List.of("table-refers", "table-refers"), codes(both));
        assertNull(both.lenity().applied());
    }

    @Test
    void noVersionAtTheConductRefersWithItsDate() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("免责"), "2020-01-01");
        var view = evaluate("2019-12-31", "2023-01-01");
        assertEquals(List.of("no-version"), codes(view));
        assertTrue(view.recommendation().reasons().get(0).text().zh().contains("2019-12-31"));
        assertEquals(Recommendation.REFER, view.lenity().old());
        assertEquals(Recommendation.EXEMPT, view.lenity().current());
    }

    @Test
    void aVersionThatCameAndWentBetweenPlaysNoPart() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("不予容错"), "2020-01-01");
        inForce(book, TestBook.saying("免责"), "2022-01-01");
        inForce(book, TestBook.saying("减责"), "2024-01-01");
        var view = evaluate("2021-05-01", "2025-01-01");
        assertEquals(Recommendation.MITIGATE, view.recommendation().code());
        assertEquals(List.of(1, 3), versions(view));
    }

    @Test
    void conductOnOrAfterTheNewDateIsJudgedByTheNewRuleAlone() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("免责"), "2020-01-01");
        inForce(book, TestBook.saying("减责"), "2022-01-01");
        var view = evaluate("2022-01-01", "2023-01-01");
        assertEquals(Recommendation.MITIGATE, view.recommendation().code());
        assertEquals(List.of(2, 2), versions(view));
        assertEquals(Applied.OLD, view.lenity().applied());
        assertEquals(
                Recommendation.EXEMPT,
                evaluate("2021-12-31", "2023-01-01").recommendation().code(),
                "the day before it is the old rule's");
    }

    @Test
    void aVersionInForceOnBothDatesIsEvaluatedOnce() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("免责", "甲"), "2020-01-01");
        var view = evaluate("2021-05-01", "2023-01-01");
        assertEquals(2, view.chains().size());
        assertSame(effects(view.chains().get(0)), effects(view.chains().get(1)));
        assertEquals("两个日期适用的版本相同", view.lenity().why().zh());
    }

    private static Object effects(EvaluationView.Chain chain) {
        return chain.layers().get(0).decisions().get(2).value();
    }

    @Test
    void theSpeakingBooksSettingDecidesWhichDatesCount() {
        var conduct = book(COUNTY, "by-conduct", "审计", LenityMode.CONDUCT);
        inForce(conduct, TestBook.saying("减责"), "2020-01-01");
        inForce(conduct, TestBook.saying("免责"), "2022-01-01");
        var old = evaluate(COUNTY, "审计", null, "2021-05-01", "2023-01-01");
        assertEquals(Recommendation.MITIGATE, old.recommendation().code());
        assertEquals(List.of(1), versions(old));
        assertEquals(LenityMode.CONDUCT, old.lenity().mode());
        var decision = book(COUNTY, "by-decision", "生态环境", LenityMode.DECISION);
        inForce(decision, TestBook.saying("免责"), "2020-01-01");
        inForce(decision, TestBook.saying("减责"), "2022-01-01");
        var now = evaluate(COUNTY, "生态环境", null, "2021-05-01", "2023-01-01");
        assertEquals(Recommendation.MITIGATE, now.recommendation().code());
        assertEquals(List.of(2), versions(now));
        assertEquals("测试之依据", now.lenity().basis());
    }

    @Test
    void aNewBookThatSpeaksOnlyAtTheDecisionIsComparedWithTheWholeOldChain() {
        inForce(book(CITY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("减责"), "2018-01-01");
        inForce(book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2022-01-01");
        var view = evaluate("2021-05-01", "2023-01-01");
        assertEquals(Recommendation.EXEMPT, view.recommendation().code());
        assertEquals(1, view.chains().get(0).layers().size(), "the county's book plays no part at the conduct");
        assertEquals(2, view.chains().get(1).layers().size());
    }

    @Test
    void theMostSpecificBookSpeaks() {
        var words = new String[] {"免责", "减责", "不予容错", "提请会商"};
        var places = List.of(CITY, CITY, COUNTY, COUNTY);
        for (int n = 0; n < 4; n++) {
            inForce(
                    book(places.get(n), "book-" + n, n % 2 == 0 ? null : "审计", LenityMode.TWO_DATE),
                    TestBook.saying(words[n]),
                    "2020-0" + (n + 1) + "-01");
        }
        var speaking = List.of("2020-01-15", "2020-02-15", "2020-03-15", "2020-04-15").stream()
                .map(on -> evaluate(COUNTY, "审计", null, on, on))
                .map(view -> view.chains().get(0).layers().get(0).policy())
                .toList();
        assertEquals(List.of(CITY + "/book-0", CITY + "/book-1", COUNTY + "/book-2", COUNTY + "/book-3"), speaking);
        var other = evaluate(COUNTY, "生态环境", null, "2021-01-01", "2021-01-01");
        assertEquals(
                List.of(COUNTY + "/book-2", CITY + "/book-0"),
                other.chains().get(0).layers().stream()
                        .map(EvaluationView.Layer::policy)
                        .toList(),
                "another field's books bear on nothing here");
        assertEquals(Recommendation.NOT_TOLERABLE, other.recommendation().code());
    }

    @Test
    void theCitysBottomLineStopsTheCountysExemption() {
        inForce(
                book(CITY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("不予容错").hittingItsBottomLine(),
                "2020-01-01");
        var county = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(county, TestBook.saying("免责"), "2020-01-01");
        inForce(county, TestBook.saying("减责"), "2021-01-01");
        inForce(county, TestBook.saying("不予容错"), "2022-01-01");
        for (var on : List.of("2020-05-01", "2021-05-01")) {
            var view = evaluate(on, on);
            assertEquals(List.of("layer-bottom-line"), codes(view));
            var reason = view.recommendation().reasons().get(0);
            assertEquals(2, reason.layers().size());
            assertTrue(reason.layers().contains(CITY + "/tolerance@1"), reason.toString());
            assertTrue(reason.text().zh().contains("底线第一条"), reason.toString());
        }
        assertEquals(
                Recommendation.NOT_TOLERABLE,
                evaluate("2022-05-01", "2022-05-01").recommendation().code(),
                "nothing is contradicted when the county says so itself");
    }

    @Test
    void aStatutesEntitlementStopsWhatIsHeavier() {
        var county = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(county, TestBook.saying("减责"), "2020-01-01");
        inForce(county, TestBook.saying("不予容错").hittingItsBottomLine(), "2021-01-01");
        inForce(county, TestBook.saying("免责"), "2022-01-01");
        inForce(
                statute("audit-statute", List.of("审计"), List.of(SubjectStatus.UNIT)),
                TestBook.statute("免责"),
                "2019-01-01");
        for (var on : List.of("2020-05-01", "2021-05-01")) {
            var view = evaluate(COUNTY, "审计", SubjectStatus.UNIT, on, on);
            assertEquals(List.of("entitlement"), codes(view));
            assertTrue(view.recommendation().reasons().get(0).text().zh().contains("第七条"));
        }
        assertEquals(
                Recommendation.EXEMPT,
                evaluate(COUNTY, "审计", SubjectStatus.UNIT, "2022-05-01", "2022-05-01")
                        .recommendation()
                        .code());
        for (var view : List.of(
                evaluate(COUNTY, "生态环境", SubjectStatus.UNIT, "2020-05-01", "2020-05-01"),
                evaluate(COUNTY, "审计", SubjectStatus.OTHER, "2020-05-01", "2020-05-01"),
                evaluate(COUNTY, null, SubjectStatus.UNIT, "2020-05-01", "2020-05-01"),
                evaluate(COUNTY, null, null, "2020-05-01", "2020-05-01"))) {
            assertEquals(Recommendation.MITIGATE, view.recommendation().code(), "out of the statute's scope");
            assertEquals(1, view.chains().get(0).layers().size());
        }
    }

    @Test
    void aBookThatContradictsItselfNeverExempts() {
        inForce(
                book(COUNTY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("免责").hittingItsBottomLine(),
                "2020-01-01");
        var view = evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("bottom-line-contradiction"), codes(view));
        var layer = view.chains().get(0).layers().get(0);
        assertNull(layer.word(), "the word does not stand");
        assertEquals("bottom-line-contradiction", layer.reasons().get(0).code());
    }

    @Test
    void aLayerInDoubtRefersThoughItDoesNotSpeak() {
        inForce(
                book(CITY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("免责").hittingItsBottomLine(),
                "2020-01-01");
        inForce(book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2020-01-01");
        var view = evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("bottom-line-contradiction"), codes(view));
        assertEquals(
                List.of(CITY + "/tolerance@1"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void twoBooksOfOnePlaceAndFieldReferForNobodyKnowsWhichSpeaks() {
        inForce(book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("不予容错"), "2020-01-01");
        inForce(book(COUNTY, "another", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2020-01-01");
        var view = evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("several-speak"), codes(view));
        assertEquals(
                List.of(COUNTY + "/another@1", COUNTY + "/tolerance@1"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void aStoredModelThatCannotBeUsedRefersAndIsNoServerError() {
        books.spoilt(book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("免责", "不能使用"), "2020-01-01");
        var view = evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("model-unusable"), codes(view));
        assertEquals(
                List.of(COUNTY + "/tolerance@1"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void everyDoubtIsToldAtOnce() {
        inForce(
                book(CITY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("免责").hittingItsBottomLine(),
                "2020-01-01");
        inForce(book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2020-01-01");
        var view = evaluations.evaluate(
                new Matter(COUNTY, null, null, LocalDate.parse("2019-01-01"), LocalDate.parse("2021-01-01")), Map.of());
        assertEquals(List.of("facts-missing", "no-version"), codes(view));
        assertEquals(List.of(Recommendation.values()), view.possible());
        assertEquals(List.of("given"), view.recommendation().reasons().get(0).items());
    }

    /** The statute bears on units alone, and nobody said what the subject is. */
    @Test
    void anUnknownStatusRefersWhereAStatuteForSomeMightEntitle() {
        var county = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(county, TestBook.saying("减责"), "2020-01-01");
        inForce(county, TestBook.saying("免责"), "2022-01-01");
        var statute = statute("units", List.of(), List.of(SubjectStatus.UNIT));
        inForce(statute, TestBook.statute("免责"), "2019-01-01");
        inForce(statute, TestBook.statute("不适用"), "2021-01-01");
        var view = evaluate("2020-05-01", "2020-05-01");
        assertEquals(List.of("subject-status-unknown"), codes(view));
        var reason = view.recommendation().reasons().get(0);
        assertEquals(List.of(COUNTY + "/tolerance@1", CITY + "/units@1"), reason.layers());
        assertNull(reason.items(), "the statute's own items are answered");
        for (var named : List.of("《测试办法》", "第一条", "《测试法规》", "单位", "第七条")) {
            assertTrue(
                    reason.text().zh().contains(named),
                    named + " in " + reason.text().zh());
        }
        assertEquals(1, view.chains().get(0).layers().size(), "it is no layer of the chain");
        assertEquals(
                Recommendation.MITIGATE,
                evaluate("2021-05-01", "2021-05-01").recommendation().code(),
                "a statute that does not apply to the facts matters to no status");
        inForce(statute, TestBook.statute("免责"), "2022-01-01");
        assertEquals(
                Recommendation.EXEMPT,
                evaluate("2022-05-01", "2022-05-01").recommendation().code(),
                "nobody can be entitled to more than 免责");
        assertEquals(
                Recommendation.MITIGATE,
                evaluate(COUNTY, null, SubjectStatus.OTHER, "2020-05-01", "2020-05-01")
                        .recommendation()
                        .code());
        assertEquals(
                List.of("entitlement"), codes(evaluate(COUNTY, null, SubjectStatus.UNIT, "2020-05-01", "2020-05-01")));
    }

    @Test
    void twoDatesDifferByAStatuteThatOnlyAStatusKeepsApart() {
        inForce(book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("减责"), "2020-01-01");
        inForce(statute("units", List.of(), List.of(SubjectStatus.UNIT)), TestBook.statute("免责"), "2022-01-01");
        assertEquals(List.of("subject-status-unknown"), codes(evaluate("2021-05-01", "2023-01-01")));
    }

    /** 仅进入复核的 stays with the rules it was decided by, whatever has been made or back-dated since. */
    @Test
    void whatIsUnderReviewIsJudgedByTheVersionsItWasDecidedBy() {
        var county = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        var city = book(CITY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(city, TestBook.saying("减责"), "2018-01-01");
        inForce(county, TestBook.saying("减责", "甲"), "2020-01-01");
        inForce(county, TestBook.saying("免责", "甲"), "2022-01-01");
        inForce(statute("law", List.of(), List.of()), TestBook.statute("不适用"), "2019-01-01");
        var matter = new Matter(COUNTY, null, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
        var decided = evaluations.evaluate(matter, TestBook.FACTS);
        assertEquals(Recommendation.EXEMPT, decided.recommendation().code());
        var record = new EvaluationRecord(UUID.randomUUID(), UUID.randomUUID(), matter, decided, null, Instant.EPOCH);

        inForce(county, TestBook.saying("不予容错"), "2021-03-01");
        inForce(county, TestBook.saying("减责"), "2022-06-01");
        inForce(city, TestBook.saying("不予容错").hittingItsBottomLine(), "2021-04-01");
        inForce(book(COUNTY, "audit", "审计", LenityMode.DECISION), TestBook.saying("减责"), "2019-01-01");
        var today = evaluations.evaluate(
                new Matter(COUNTY, null, null, matter.conductUntil(), LocalDate.parse("2025-01-01")), TestBook.FACTS);
        assertEquals(Recommendation.REFER, today.recommendation().code(), "a new case is judged otherwise");

        var later = new Matter(COUNTY, "审计", SubjectStatus.UNIT, matter.conductUntil(), LocalDate.parse("2025-01-01"));
        var again = evaluations.evaluateAsDecided(record, later, TestBook.FACTS);
        assertEquals(Json.write(decided), Json.write(again), "the same content, its dates included");
        assertEquals(
                decided.chains().stream()
                        .flatMap(chain -> chain.layers().stream())
                        .map(layer -> layer.policy() + "@" + layer.version())
                        .distinct()
                        .sorted()
                        .toList(),
                evaluations.booksAsDecided(record, later).versions().stream()
                        .map(version -> version.policy() + "@" + version.version())
                        .sorted()
                        .toList());
    }

    /** The county's new book asks by the day of decision alone; without it the city's asks by both days. */
    @Test
    void withoutAVersionTheSettingIsThatOfTheBookThatSpokeBefore() {
        var city = book(CITY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(city, asking("askedOfOld"), "2018-01-01");
        inForce(city, TestBook.saying("减责"), "2022-01-01");
        var county = book(COUNTY, "tolerance", null, LenityMode.DECISION);
        inForce(county, TestBook.saying("免责"), "2022-06-01");
        var matter = new Matter(COUNTY, null, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
        var id = books.idOf(county, 1);
        var effect = new Effects.TakenEffect(
                id, false, id, 1, county.key(), county.title(), LocalDate.parse("2022-06-01"), null, null, null);
        var change = evaluations.changeBy(matter, effect).orElseThrow();
        assertEquals(List.of("askedOfOld"), change.dropped());
        assertEquals(List.of(), change.added());
    }

    /** A book that asks one thing more. */
    private static AdmittedModel asking(String item) {
        var xml = new String(TestBook.saying("减责").xml(), StandardCharsets.UTF_8);
        return TestBook.GATE.admit(
                xml.replace(
                                "<inputData ",
                                "<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"boolean\"/></inputData><inputData "
                                        .formatted(item))
                        .getBytes(StandardCharsets.UTF_8),
                BookKind.TOLERANCE);
    }

    @Test
    void aRecordOfOneDateIsAskedAgainOfThatDateAlone() {
        for (var mode : List.of(LenityMode.CONDUCT, LenityMode.DECISION)) {
            var field = mode == LenityMode.CONDUCT ? "审计" : "生态环境";
            var book = book(COUNTY, "by-" + field.length() + mode.ordinal(), field, mode);
            inForce(book, TestBook.saying("减责"), "2020-01-01");
            inForce(book, TestBook.saying("免责"), "2022-01-01");
            var matter = new Matter(COUNTY, field, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
            var decided = evaluations.evaluate(matter, TestBook.FACTS);
            var record =
                    new EvaluationRecord(UUID.randomUUID(), UUID.randomUUID(), matter, decided, null, Instant.EPOCH);
            assertEquals(
                    Json.write(decided), Json.write(evaluations.evaluateAsDecided(record, matter, TestBook.FACTS)));
            assertEquals(
                    1, evaluations.booksAsDecided(record, matter).versions().size());
        }
    }

    @Test
    void aRecordThatNamesWhatIsNotThereIsAFaultAndNoSilentOtherVersion() {
        var book = book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        inForce(book, TestBook.saying("减责"), "2020-01-01");
        var matter = new Matter(COUNTY, null, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
        var stored = Json.write(evaluations.evaluate(matter, TestBook.FACTS));
        for (var forged :
                List.of(stored.replace("\"version\":1", "\"version\":9"), stored.replace("sha256:", "sha256:0"))) {
            var record = new EvaluationRecord(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    matter,
                    Json.read(forged, EvaluationView.class),
                    null,
                    Instant.EPOCH);
            assertThrows(IllegalStateException.class, () -> evaluations.booksAsDecided(record, matter));
        }
    }

    private Policy book(String place, String name, String field, LenityMode mode) {
        return books.book(place, name, field, mode);
    }

    private Policy statute(String name, List<String> fields, List<SubjectStatus> statuses) {
        return books.statute(name, fields, statuses);
    }

    private void inForce(Policy book, TestBook model, String from) {
        books.inForce(book, model, from);
    }

    private EvaluationView evaluate(String conduct, String decision) {
        return evaluate(COUNTY, null, null, conduct, decision);
    }

    /** As if only that book of the county were there. */
    private EvaluationView evaluateOnly(String name, String conduct, String decision) {
        entityManager.flush();
        entityManager
                .createNativeQuery("update policy set field = case name when ?1 then '审计' else '生态环境' end"
                        + " where jurisdiction_code = ?2")
                .setParameter(1, name)
                .setParameter(2, COUNTY)
                .executeUpdate();
        entityManager.clear();
        return evaluate(COUNTY, "审计", null, conduct, decision);
    }

    private EvaluationView evaluate(String place, String field, SubjectStatus status, String conduct, String decision) {
        return evaluations.evaluate(
                new Matter(place, field, status, LocalDate.parse(conduct), LocalDate.parse(decision)), TestBook.FACTS);
    }

    private static List<String> codes(EvaluationView view) {
        assertEquals(
                Recommendation.REFER,
                view.recommendation().code(),
                view.recommendation().toString());
        return view.recommendation().reasons().stream()
                .map(EvaluationView.Reason::code)
                .toList();
    }

    /** The number of each chain's speaking version. */
    private static List<Integer> versions(EvaluationView view) {
        return view.chains().stream()
                .map(chain -> chain.layers().get(0).version())
                .toList();
    }
}
